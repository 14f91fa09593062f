import { type ReactNode, useEffect, useRef } from 'react';
import styles from './page-title.module.css';

interface Props {
  /** Small print above: where this is. */
  readonly above?: ReactNode;
  /** The answer. */
  readonly children: string;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
  /** The browser's title, where the answer is too long for a tab. */
  readonly tab: string;
}

/** The page's answer. It takes the focus when the page opens, so that keyboard and screen reader start where the eye does. */
export function PageTitle({ above, children, below, actions, tab }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${tab} · Shelfcast`;
  }, [tab]);
  useEffect(() => {
    const inField = document.activeElement?.matches('input, textarea, select, dialog *');
    if (!inField) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={styles.title}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {children}
        </h1>
        {below && <div className={styles.below}>{below}</div>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
