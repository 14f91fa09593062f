import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type Tone = 'quiet' | 'good' | 'warn' | 'bad' | 'accent';

/** A word with a tint; the word carries the meaning, the colour only speeds it up. */
export function Badge({
  tone = 'quiet',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={`${styles.badge} ${styles[tone]}`} title={title}>
      {children}
    </span>
  );
}
