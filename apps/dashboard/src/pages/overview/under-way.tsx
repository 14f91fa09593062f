import type { Overview } from '@shelfcast/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLiveRun } from '../../api/live.ts';
import { runIsOver, runQuery } from '../../api/runs.ts';
import { Notice } from '../../components/notice.tsx';
import { RunProgress } from '../runs/run-progress.tsx';
import styles from './overview-page.module.css';

/** A run or an import that is under way: what is shown below is still the one before. */
export function UnderWay({ overview }: { overview: Overview }) {
  const { active_run, active_import } = overview.data;
  if (active_run === null && active_import === null) return null;
  return (
    <div className={styles.notices}>
      {active_import !== null && (
        <Notice title="A file is being loaded">
          <Link to="/imports/$import" params={{ import: active_import }}>
            Follow import {active_import}
          </Link>
        </Notice>
      )}
      {active_run !== null && <ActiveRun run={active_run} />}
    </div>
  );
}

function ActiveRun({ run }: { run: number }) {
  const { data } = useQuery(runQuery(run));
  const connection = useLiveRun(data);
  if (!data || runIsOver(data)) return null;
  return (
    <Notice title="New forecasts are being made">
      <RunProgress run={data} connection={connection} />
      <Link to="/runs/$run" params={{ run }}>
        Follow run {run}
      </Link>
    </Notice>
  );
}
