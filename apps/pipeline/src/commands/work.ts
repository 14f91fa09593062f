import { openBlobs, removeAbandonedDrafts } from '@shelfcast/blobs';
import { openDatabase } from '@shelfcast/database';
import { openJobs } from '@shelfcast/jobs';
import { postgresServing } from '@shelfcast/serving';
import { dataHealthJob } from '../worker/data-health-job.ts';
import { type ImportPayload, importJob } from '../worker/import-job.ts';
import type { Logger } from '../worker/log.ts';
import { removeLeftovers } from '../worker/remove-leftovers.ts';
import type { WorkerRoom } from '../worker/room.ts';
import { type RunPayload, runJob } from '../worker/run-job.ts';
import { sweep } from '../worker/sweep.ts';

export interface WorkOptions {
  readonly databaseUrl: string;
  readonly jobsDatabaseUrl: string;
  readonly blobsAt: string;
  readonly workers: number;
  /** No other process works on this database. */
  readonly alone: boolean;
  readonly log: Logger;
  /** Milliseconds since 1970, from the process's clock. */
  readonly now: () => number;
  /** Aborted when the process is to stop. */
  readonly signal: AbortSignal;
}

// A lost job is found within this; looking costs two small queries.
const SWEEP_MILLISECONDS = 10_000;

/** Takes jobs until the signal; then puts down what is under way, for the next start to go on with, and returns. */
export async function work(options: WorkOptions): Promise<void> {
  const { blobsAt, workers, alone, log, signal } = options;
  const database = openDatabase(options.databaseUrl, { applicationName: 'shelfcast pipeline' });
  await database.ping();
  await removeLeftovers(options.now());
  const blobs = await openBlobs(blobsAt);
  // A bucket has a rule of its own for what is never finished.
  if (blobs.drafts) await removeAbandonedDrafts(blobsAt, options.now());
  const jobs = await openJobs({
    url: options.jobsDatabaseUrl,
    soleWorker: alone,
    onError: (error) => log.warn({ error: String(error) }, 'queue trouble, tried again'),
  });
  const store = postgresServing(database);
  const room: WorkerRoom = { database, blobs, blobsAt, store, jobs, log, workers, alone };
  await jobs.work<ImportPayload>('import', (job) => putDown(log, job, () => importJob(room, job)));
  await jobs.work<RunPayload>('run', (job) => putDown(log, job, () => runJob(room, job)));
  await jobs.work('data-health', (job) => putDown(log, job, () => dataHealthJob(room, job)));
  log.info({ workers, alone }, 'takes jobs');

  const look = (): Promise<void> =>
    sweep(room).catch((error) => log.warn({ error: String(error) }, 'sweep failed, tried again'));
  await look();
  const timer = setInterval(look, SWEEP_MILLISECONDS);
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  clearInterval(timer);
  log.info('stops');
  await jobs.stop();
  await database.close();
  log.info('stopped');
}

/** Logs why a job was not finished, and lets the queue deliver it again. */
async function putDown(
  log: Logger,
  job: { readonly id: string; readonly signal: AbortSignal },
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (job.signal.aborted) log.info({ job: job.id }, 'job put down, goes on at the next start');
    else
      log.error(
        { job: job.id, error: String(error), stack: (error as Error)?.stack },
        'job failed, tried again',
      );
    throw error;
  }
}
