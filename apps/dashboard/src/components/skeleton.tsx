import styles from './skeleton.module.css';

/** The shape of what is coming, so that nothing jumps when it arrives. Said once to screen readers, by the page. */
export function Skeleton({ width, height = 16 }: { width?: number | string; height?: number | string }) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}

export function SkeletonPage({ label }: { label: string }) {
  return (
    <div className={styles.page}>
      <p className="unseen" role="status">
        {label}
      </p>
      <Skeleton width="min(560px, 80%)" height={32} />
      <Skeleton width="min(400px, 60%)" height={20} />
      <div className={styles.block}>
        <Skeleton width="100%" height={320} />
      </div>
    </div>
  );
}
