import 'uplot/dist/uPlot.min.css';
import { useMemo, useRef } from 'react';
import { ChartKey } from './chart-key.tsx';
import type { Fan } from './fan.ts';
import styles from './forecast-chart.module.css';
import { readAt, readingSentence } from './reading.ts';
import { ReadingCard } from './reading-card.tsx';
import { type StockOutDays, stockOutsBetween } from './stock-outs.ts';
import { useChartKeys } from './use-chart-keys.ts';
import { usePlot } from './use-plot.ts';

interface Props {
  readonly fan: Fan;
  /** First index shown; earlier periods are left out. */
  readonly first: number;
  readonly height?: number;
  /** What a screen reader says before the values: the finding. */
  readonly label: string;
}

/** Sales and forecast on one axis. Read by mouse, touch and arrow keys; the same numbers stand in a table beside it. */
export function ForecastChart({ fan, first, height = 320, label }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const { plot, index, setIndex } = usePlot(host, fan, first, height);
  const shownIndex = index === null ? null : Math.min(Math.max(index, first), fan.dates.length - 1);
  const reading = useMemo(() => (shownIndex === null ? null : readAt(fan, shownIndex)), [fan, shownIndex]);

  const moveTo = (target: number) => {
    const to = Math.min(Math.max(target, first), fan.dates.length - 1);
    const value = fan.sold[to] ?? fan.median[to] ?? 0;
    plot.current?.setCursor({
      left: plot.current.valToPos(fan.seconds[to]!, 'x'),
      top: plot.current.valToPos(value, 'y'),
    });
    setIndex(to);
  };
  const onKeyDown = useChartKeys(fan, shownIndex, moveTo, () => {
    plot.current?.setCursor({ left: -10, top: -10 });
    setIndex(null);
  });

  return (
    <div className={styles.chart}>
      {/* A range input can't hold a canvas; the role gives a screen reader its arrow keys and its value. */}
      <div
        ref={host}
        className={styles.plot}
        style={{ height }}
        role="slider"
        tabIndex={0}
        aria-label={`${label} Arrow keys read one period at a time.`}
        aria-valuemin={first}
        aria-valuemax={fan.dates.length - 1}
        aria-valuenow={shownIndex ?? fan.firstForecast}
        aria-valuetext={readingSentence(
          readAt(fan, shownIndex ?? Math.min(fan.firstForecast, fan.dates.length - 1)),
        )}
        onKeyDown={onKeyDown}
        onPointerMove={(event) => {
          if (event.pointerType !== 'mouse') readUnder(event.clientX);
        }}
        onPointerDown={(event) => readUnder(event.clientX)}
      />
      {reading && shownIndex !== null && (
        <ReadingCard reading={reading} plot={plot} at={fan.seconds[shownIndex]!} />
      )}
      <ChartKey
        earlier={fan.earlier.length}
        closures={hasClosures(fan, first)}
        stockOuts={stockOutsShown(fan, first)}
      />
    </div>
  );

  /** uPlot listens to the mouse only; a finger or a pen reads the same way. */
  function readUnder(clientX: number) {
    const over = plot.current?.over;
    if (!over || !plot.current) return;
    moveTo(plot.current.posToIdx(clientX - over.getBoundingClientRect().left));
  }
}

/** Whether any that is shown is known, and whether any is guessed. */
function stockOutsShown(fan: Fan, first: number): StockOutDays {
  const shown = stockOutsBetween(fan.stockOuts, first, fan.firstForecast);
  return shown ?? { stated: 0, inferred: 0 };
}

function hasClosures(fan: Fan, first: number): boolean {
  for (let i = first; i < fan.dates.length; i++) {
    if ((i < fan.firstForecast ? fan.sold[i] : fan.median[i]) === null) return true;
  }
  return false;
}
