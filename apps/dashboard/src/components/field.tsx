import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly className: string;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly children: (ids: FieldIds) => ReactNode;
}

/** A label, its control, a hint, and what is wrong: tied together for everybody. */
export function Field({ label, hint, error, children }: Props) {
  const id = useId();
  const described = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: styles.control!,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hint && !error && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </div>
  );
}
