import type { SelectHTMLAttributes } from 'react';
import { Icon } from './icon.tsx';
import styles from './select.module.css';

/** The browser's own select (its list is the best there is on a phone), drawn like the other fields. */
export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className={styles.wrap}>
      <select {...rest} className={[styles.select, className].filter(Boolean).join(' ')} />
      <Icon name="down" size={16} />
    </span>
  );
}
