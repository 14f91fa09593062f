import { type RefObject, useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';
import { plainDay } from '../format/dates.ts';
import { units } from '../format/numbers.ts';
import styles from './forecast-chart.module.css';
import { closedWords, type Reading } from './reading.ts';

interface Props {
  readonly reading: Reading;
  readonly plot: RefObject<uPlot | null>;
  readonly at: number;
}

/** The card beside the cursor. Screen readers get the same words from the slider's value, so it is hidden from them. */
export function ReadingCard({ reading, plot, at }: Props) {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = card.current;
    const chart = plot.current;
    if (!element || !chart) return;
    const left = chart.valToPos(at, 'x') + chart.bbox.left / devicePixelRatio;
    const room = chart.width;
    const width = element.offsetWidth;
    const beside = left + 16 + width > room ? left - width - 16 : left + 16;
    element.style.transform = `translateX(${Math.max(0, Math.min(beside, room - width))}px)`;
  });
  return (
    <div ref={card} className={styles.card} aria-hidden="true">
      <div className={styles.when}>{reading.when}</div>
      {reading.closed ? (
        <div className={styles.closed}>{capital(closedWords(reading))}</div>
      ) : (
        <div className={styles.value}>
          <strong>{units(reading.value!)}</strong> {reading.kind === 'sold' ? 'sold' : 'expected'}
        </div>
      )}
      {reading.stockOut && <div className={styles.closed}>{capital(reading.stockOut)}</div>}
      {!reading.closed && reading.kind === 'forecast' && (
        <dl className={styles.ranges}>
          {reading.average !== null && (
            <div>
              <dt>On average</dt>
              <dd>{units(reading.average)}</dd>
            </div>
          )}
          {reading.half && <Range label="5 of 10 times" span={reading.half} />}
          {reading.wide && <Range label="8 of 10 times" span={reading.wide} />}
        </dl>
      )}
      {reading.earlier.slice(0, 4).map((one) => (
        <div key={one.origin} className={styles.earlier}>
          {units(one.value)} expected on {plainDay(one.origin)}
        </div>
      ))}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Range({ label, span }: { label: string; span: readonly [number, number] }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {units(span[0])} – {units(span[1])}
      </dd>
    </div>
  );
}
