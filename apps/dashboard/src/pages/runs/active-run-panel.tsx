import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLiveRun } from '../../api/live.ts';
import { runIsOver, runQuery } from '../../api/runs.ts';
import { Panel } from '../../components/panel.tsx';
import { RunProgress } from './run-progress.tsx';
import styles from './runs.module.css';

export function ActiveRunPanel({ run }: { run: number }) {
  const { data } = useQuery(runQuery(run));
  const connection = useLiveRun(data);
  if (!data || runIsOver(data)) return null;
  return (
    <Panel
      className={styles.active}
      title={`Run ${run} is under way`}
      actions={
        <Link to="/runs/$run" params={{ run }}>
          Details
        </Link>
      }
    >
      <RunProgress run={data} connection={connection} />
    </Panel>
  );
}
