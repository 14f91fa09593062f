import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session.ts';
import styles from './brand.module.css';

export function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <rect width="32" height="32" rx="8" className={styles.tile} />
      <path d="M6 23h20" className={styles.shelf} />
      <path d="M15 16 26 7v13z" className={styles.fan} />
      <path d="m6 18 4.5-5L15 16l11-3" className={styles.line} />
    </svg>
  );
}

/** Whose numbers these are: the product and the tenant. */
export function Brand() {
  const { tenant } = useSession();
  return (
    <Link to="/" className={styles.brand}>
      <Mark />
      <span className={styles.names}>
        <span className={styles.product}>Shelfcast</span>
        <span className={styles.tenant}>{tenant.name}</span>
        <span className="unseen">: overview</span>
      </span>
    </Link>
  );
}
