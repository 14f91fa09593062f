import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { runIsOver, runsQuery } from '../../api/runs.ts';
import { useWhyReadOnly } from '../../api/session.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { SkeletonPage } from '../../components/skeleton.tsx';
import { ago, plainDay } from '../../format/dates.ts';
import { ActiveRunPanel } from './active-run-panel.tsx';
import { RunTable } from './run-table.tsx';
import { StartRun } from './start-run.tsx';

/** When forecasts were made, how it went, and making new ones. */
export function RunsPage() {
  const list = useInfiniteQuery(runsQuery);
  const readOnly = useWhyReadOnly();
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  if (list.isPending) return <SkeletonPage label="Loading runs" />;
  const runs = list.data?.pages.flatMap((page) => page.items) ?? [];
  const active = runs.find((run) => !runIsOver(run));
  const current = runs.find((run) => run.current);
  const why = readOnly ?? (active ? `Run ${active.run} is under way. One at a time.` : null);

  return (
    <div>
      <PageTitle
        tab="Runs"
        below="A run forecasts every product again, from all sales there are. The numbers in use change only when it has finished."
        actions={
          <Button look="primary" icon="runs" why={why} onClick={() => setStarting(true)}>
            Start a run
          </Button>
        }
      >
        {current?.finished_at
          ? `Forecasts made ${ago(current.finished_at, Date.now())}${current.origin ? `, from sales up to ${plainDay(current.origin)}` : ''}`
          : active
            ? 'The first forecasts are being made'
            : 'No forecasts have been made yet'}
      </PageTitle>
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {active && <ActiveRunPanel run={active.run} />}
      {!list.error && runs.length === 0 && (
        <Panel>
          <EmptyState
            icon="runs"
            title="No runs yet"
            actions={
              <Button look="primary" why={why} onClick={() => setStarting(true)}>
                Start the first run
              </Button>
            }
          >
            Import a file of sales, then start a run. A thousand products take a few seconds.
          </EmptyState>
        </Panel>
      )}
      {runs.length > 0 && (
        <RunTable runs={runs} more={list.hasNextPage} onMore={() => void list.fetchNextPage()} />
      )}
      {starting && (
        <StartRun
          last={current}
          onClose={() => setStarting(false)}
          onStarted={(run) => void navigate({ to: '/runs/$run', params: { run } })}
        />
      )}
    </div>
  );
}
