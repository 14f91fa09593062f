import type { Run } from '@shelfcast/contract';
import styles from './runs.module.css';
import { stages } from './words.ts';

/** Where a run stands on its way. */
export function RunStages({ state }: { state: Run['state'] }) {
  const at = stages.findIndex((stage) => stage.state === state);
  return (
    <ol className={styles.stages}>
      {stages.map((stage, index) => (
        <li
          key={stage.state}
          className={[styles.stage, index < at && styles.done, index === at && styles.now]
            .filter(Boolean)
            .join(' ')}
          aria-current={index === at ? 'step' : undefined}
        >
          {stage.name}
          {index < at && <span className="unseen">, done</span>}
        </li>
      ))}
    </ol>
  );
}
