import { percent } from '../format/numbers.ts';
import styles from './accuracy-bars.module.css';

/** Error beside naive's error, as two bars on one scale: shorter is better. The numbers stand on them. */
export function AccuracyBars({ wape, naive }: { wape: number; naive: number | null }) {
  const most = Math.max(wape, naive ?? 0) || 1;
  return (
    <dl className={styles.bars}>
      <Bar label="Shelfcast" share={wape / most} value={wape} own />
      {naive !== null && <Bar label="Naive forecast" share={naive / most} value={naive} />}
    </dl>
  );
}

function Bar({ label, share, value, own }: { label: string; share: number; value: number; own?: boolean }) {
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.track} aria-hidden="true">
          <span className={own ? styles.own : styles.other} style={{ transform: `scaleX(${share})` }} />
        </span>
        <span className={styles.value}>{percent(value)} off</span>
      </dd>
    </div>
  );
}
