import { plainDay } from '../../format/dates.ts';
import { counted } from '../../format/numbers.ts';
import { stepPeriods } from '../../format/periods.ts';
import styles from './data-health.module.css';

const WIDTH = 6;
const HEIGHT = 20;

interface Props {
  readonly strip: string;
  /** The last day. */
  readonly to: string;
  readonly name: string;
  /** Days without sales are usual here. */
  readonly quiet: boolean;
}

/** A mark a day: full = sold, low = closed, hollow = open and nothing sold. Shapes, so that no colour is needed to read it. */
export function DayStrip({ strip, to, name, quiet }: Props) {
  const days = [...strip];
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`${name}: ${spoken(strip, to)}`}
    >
      {days.map((mark, index) => {
        const x = index * WIDTH;
        // biome-ignore-start lint/suspicious/noArrayIndexKey: a day is known by its place
        if (mark === 's')
          return <rect key={index} className={styles.sold} x={x + 0.5} y={2} width={5} height={16} />;
        if (mark === 'c')
          return <rect key={index} className={styles.closed} x={x + 0.5} y={15} width={5} height={3} />;
        if (mark === 'n')
          return (
            <rect
              key={index}
              className={quiet ? styles.quiet : styles.nothing}
              x={x + 1}
              y={2.5}
              width={4}
              height={15}
            />
          );
        return null;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: a day is known by its place
      })}
    </svg>
  );
}

export function StripKey() {
  return (
    <ul className={styles.key} aria-label="How to read the days">
      <li>
        <i className={styles.keySold} /> Sold
      </li>
      <li>
        <i className={styles.keyClosed} /> Closed
      </li>
      <li>
        <i className={styles.keyNothing} /> Open, and nothing sold
      </li>
    </ul>
  );
}

/** "sold on 48 days, closed on 8, nothing on 2: 3 Oct 2026, 4 Oct 2026". */
export function spoken(strip: string, to: string): string {
  const on = (mark: string) => [...strip].flatMap((one, i) => (one === mark ? [i] : []));
  const nothing = on('n').map((i) => plainDay(stepPeriods(to, i - strip.length + 1, 'D')));
  const shown = nothing.length > 5 ? `${nothing[0]} to ${nothing.at(-1)}` : nothing.join(', ');
  const words = `sold on ${counted(on('s').length, 'day')}, closed on ${counted(on('c').length, 'day')}`;
  return nothing.length === 0 ? words : `${words}, nothing on ${counted(nothing.length, 'day')} (${shown})`;
}
