import { percent } from '../../format/numbers.ts';
import styles from './accuracy-page.module.css';

/** Each band: how often it held (bar) beside how often it should (rule). */
export function Coverage({ coverage }: { coverage: Record<string, number | null> }) {
  const bands = Object.entries(coverage)
    .filter((entry): entry is [string, number] => entry[1] !== null)
    .sort((a, b) => Number(a[0]) - Number(b[0]));
  return (
    <dl className={styles.bars}>
      {bands.map(([should, held]) => (
        <div key={should} className={styles.band}>
          <dt>{percent(Number(should))} band</dt>
          <dd className={styles.track} aria-hidden="true">
            <span className={styles.held} style={{ transform: `scaleX(${held})` }} />
            <span className={styles.should} style={{ left: percentOf(Number(should)) }} />
          </dd>
          <dd className={styles.value}>held {percent(held)}</dd>
        </div>
      ))}
    </dl>
  );
}

const percentOf = (share: number) => `${share * 100}%`;
