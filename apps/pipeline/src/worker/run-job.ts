import type { Job } from '@shelfcast/jobs';
import { runForecasts } from '../coordinator/run-forecasts.ts';
import type { WorkerRoom } from './room.ts';

export type RunPayload = { readonly runId: number };

/** Brings a forecast run to its end. A run that has ended is left alone, so that a job may come twice. */
export async function runJob(room: WorkerRoom, job: Job<RunPayload>): Promise<void> {
  const { log } = room;
  const about = { tenant: job.tenant, runId: job.payload.runId };
  log.info({ ...about, attempt: job.attempt }, 'run begins');
  const run = await runForecasts(
    {
      ...room,
      signal: job.signal,
      reached: (point) => log.debug({ ...about, point }, 'run goes on'),
      onDefect: (error) =>
        log.error({ ...about, error: String(error), stack: (error as Error)?.stack }, 'defect'),
    },
    job.tenant,
    job.payload.runId,
  );
  const seconds =
    run.finishedAt && run.startedAt ? (Date.parse(run.finishedAt) - Date.parse(run.startedAt)) / 1000 : null;
  log.info(
    { ...about, state: run.state, series: run.seriesDone, seconds, failure: run.failure?.code },
    'run ends',
  );
}
