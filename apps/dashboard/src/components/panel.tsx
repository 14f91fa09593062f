import { type ReactNode, useId } from 'react';
import styles from './panel.module.css';

interface Props {
  readonly title?: ReactNode;
  /** One sentence under the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Content touches the edges: tables and lists. */
  readonly flush?: boolean;
  readonly className?: string;
}

/** A region of a page with its own heading. */
export function Panel({ title, lead, actions, children, flush, className }: Props) {
  const id = useId();
  return (
    <section
      className={[styles.panel, className].filter(Boolean).join(' ')}
      aria-labelledby={title ? id : undefined}
    >
      {(title || actions) && (
        <header className={styles.head}>
          <div className={styles.words}>
            {title && <h2 id={id}>{title}</h2>}
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
