import type { ReactNode } from 'react';
import styles from './stat.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly note?: ReactNode;
}

/** One number with its name, its unit and what to make of it. In a `<dl>`. */
export function Stat({ label, value, unit, note }: Props) {
  return (
    <div className={styles.stat}>
      <dt>{label}</dt>
      <dd>
        <span className={styles.value}>{value}</span>
        {unit && <span className={styles.unit}> {unit}</span>}
        {note && <span className={styles.note}>{note}</span>}
      </dd>
    </div>
  );
}

export function Stats({ children }: { children: ReactNode }) {
  return <dl className={styles.stats}>{children}</dl>;
}
