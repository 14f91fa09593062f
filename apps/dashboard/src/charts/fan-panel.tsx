import { type ReactNode, useEffect, useRef, useState } from 'react';
import { announce } from '../components/announcer.tsx';
import { Button } from '../components/button.tsx';
import { Choice } from '../components/choice.tsx';
import { Panel } from '../components/panel.tsx';
import { isTyping } from '../components/shell/use-shortcuts.ts';
import { plainDay } from '../format/dates.ts';
import { chartImage, copyImage } from './chart-image.ts';
import { ChartTable } from './chart-table.tsx';
import type { Fan } from './fan.ts';
import styles from './fan-panel.module.css';
import { ForecastChart } from './forecast-chart.tsx';
import { fanCsv, fileName, saveFile } from './save.ts';
import { type SpanName, spanStart, spans } from './spans.ts';

interface Props {
  readonly fan: Fan;
  /** The finding of the chart, where one period stands out; else what it shows. */
  readonly title: string;
  readonly lead?: string;
  /** What the chart shows, as a sentence: for screen readers and the copied image. */
  readonly finding: string;
  /** Parts of the file names of what is saved. */
  readonly file: readonly string[];
  /** More tools, between the span and the image. */
  readonly tools?: ReactNode;
  readonly height?: number;
}

/** A forecast chart with what belongs to it: how far back, the table (T), the image, the data. */
export function FanPanel({ fan, title, lead, finding, file, tools, height }: Props) {
  const region = useRef<HTMLDivElement>(null);
  const choices = spans(fan);
  const [span, setSpan] = useState<SpanName>(() =>
    window.innerWidth < 640 ? choices[0]!.value : choices[Math.min(1, choices.length - 1)]!.value,
  );
  const [asTable, setAsTable] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const first = spanStart(fan, span);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 't' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      event.preventDefault();
      setAsTable((shown) => !shown);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const onCopy = async () => {
    const canvas = region.current?.querySelector('canvas');
    if (!canvas) return;
    const note = `${lead ?? title} · sold until ${plainDay(fan.dates[Math.max(0, fan.firstForecast - 1)]!)} · Shelfcast`;
    const done = await copyImage(chartImage(canvas, finding, note), (image) =>
      saveFile(fileName(file, 'png'), image),
    );
    const words = done === 'copied' ? 'Image copied' : 'Image saved';
    setSaid(words);
    announce(words);
    setTimeout(() => setSaid(null), 2500);
  };

  return (
    <Panel
      title={title}
      lead={lead}
      actions={
        choices.length > 1 && (
          <Choice label="How far back" options={choices} value={span} onChange={setSpan} />
        )
      }
    >
      <div ref={region}>
        <ForecastChart fan={fan} first={first} label={`${title}. ${finding}.`} height={height} />
      </div>
      <div className={styles.tools}>
        <Button
          small
          look="quiet"
          icon="table"
          aria-pressed={asTable}
          aria-keyshortcuts="t"
          onClick={() => setAsTable(!asTable)}
        >
          Table{' '}
          <span aria-hidden="true">
            <kbd>T</kbd>
          </span>
        </Button>
        {tools}
        <span className={styles.gap} />
        <Button small look="quiet" icon={said ? 'check' : 'copy'} onClick={() => void onCopy()}>
          {said ?? 'Copy image'}
        </Button>
        <Button
          small
          look="quiet"
          icon="download"
          onClick={() => saveFile(fileName(file, 'csv'), new Blob([fanCsv(fan)], { type: 'text/csv' }))}
        >
          Download data
        </Button>
      </div>
      {asTable && <ChartTable fan={fan} first={first} label={`${title}, as a table`} />}
    </Panel>
  );
}
