import { percent } from '../format/numbers.ts';
import styles from './progress.module.css';

interface Props {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** Beside the bar: what is done, how fast, how long still. */
  readonly note?: string;
}

/** Progress with words. `total` 0 means that nobody knows yet: the bar then says so instead of guessing. */
export function Progress({ label, done, total, note }: Props) {
  const share = total > 0 ? Math.min(1, done / total) : null;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        {share !== null && <span className={styles.share}>{percent(share)}</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={note}
      >
        <span
          className={share === null ? styles.unknown : styles.bar}
          style={share === null ? undefined : { transform: `scaleX(${share})` }}
        />
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}
