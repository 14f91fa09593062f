import type { Run } from '@shelfcast/contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useLiveRun } from '../../api/live.ts';
import { runIsOver, runQuery } from '../../api/runs.ts';
import { Notice } from '../../components/notice.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { Panel } from '../../components/panel.tsx';
import { Stat, Stats } from '../../components/stat.tsx';
import { biasWords, coverageWords, shareAnswer, skillWords } from '../../format/accuracy.ts';
import { moment, plainDay } from '../../format/dates.ts';
import { duration } from '../../format/durations.ts';
import { count, counted } from '../../format/numbers.ts';
import { periodsName } from '../../format/periods.ts';
import { RunFailures } from './run-failures.tsx';
import { RunProgress } from './run-progress.tsx';
import { RunStages } from './run-stages.tsx';
import styles from './runs.module.css';
import { StopRun } from './stop-run.tsx';
import { failureCount, runAnswer } from './words.ts';

const route = getRouteApi('/inside/runs/$run');

/** One run: live while it goes, then what came of it. */
export function RunPage() {
  const { run: id } = route.useParams();
  const { data: run } = useSuspenseQuery(runQuery(id));
  const connection = useLiveRun(run);
  const over = runIsOver(run);
  return (
    <div>
      <PageTitle
        tab={`Run ${run.run}`}
        above={
          <>
            <Link to="/runs">Runs</Link> / Run {run.run}
          </>
        }
        below={`Started ${moment(run.started_at ?? run.created_at)}${run.requested_by ? ` by ${run.requested_by}` : ''}. ${periodsName(run.horizon, run.frequency)} ahead${run.origin ? `, from sales up to ${plainDay(run.origin)}` : ''}.`}
        actions={!over && <StopRun run={run.run} />}
      >
        {runAnswer(run)}
      </PageTitle>
      <div className={styles.stack}>
        {run.failure && (
          <Notice tone="bad" title={run.failure.title}>
            {run.failure.detail} {run.failure.remedy}
          </Notice>
        )}
        {!over && (
          <Panel title="How far it is">
            <RunStages state={run.state} />
            <RunProgress run={run} connection={connection} />
          </Panel>
        )}
        {over && <Outcome run={run} />}
        {run.accuracy && run.accuracy.wape !== null && (
          <Panel title="How accurate" lead={`${shareAnswer(run.accuracy.wape, run.accuracy.naive_wape)}.`}>
            <ul className="facts">
              <li>{skillWords(run.accuracy.wape, run.accuracy.naive_wape)}</li>
              <li>{coverageWords(run.accuracy.coverage['0.8'] ?? null, run.frequency)}</li>
              <li>{biasWords(run.accuracy.bias)}</li>
              <li>
                For {counted(run.accuracy.naive_won, 'product')} the naive forecast was as good as any, and is
                used
              </li>
            </ul>
          </Panel>
        )}
        <RunFailures run={run} />
      </div>
    </div>
  );
}

function Outcome({ run }: { run: Run }) {
  const seconds =
    run.started_at && run.finished_at
      ? (Date.parse(run.finished_at) - Date.parse(run.started_at)) / 1000
      : null;
  return (
    <Stats>
      <Stat
        label="Forecasts made"
        value={count(run.series_done)}
        unit={
          run.series_total === null || run.series_done === run.series_total
            ? undefined
            : `of ${count(run.series_total)}`
        }
        note="each product in each location, each location, and the total"
      />
      {seconds !== null && (
        <Stat
          label="Took"
          value={duration(seconds)}
          note={seconds > 0.5 ? `${count(run.series_done / seconds)} forecasts a second` : undefined}
        />
      )}
      <Stat
        label="Failed models"
        value={count(failureCount(run))}
        note={failureCount(run) ? 'each with a stand-in' : 'none'}
      />
    </Stats>
  );
}
