import { tenantId } from '@shelfcast/domain';
import { PgBoss } from 'pg-boss';
import type { Job, JobPayload, Jobs } from '../jobs.ts';
import { type Envelope, envelope, queueName } from '../payload.ts';
import { makeQueueOnce } from './queues.ts';
import { releaseAll } from './release.ts';

export interface JobsOptions {
  /** As the role shelfcast_jobs, directly: LISTEN needs a session, so no proxy in between. */
  readonly url: string;
  /** False for a process that only sends: it then holds fewer connections and does no upkeep. Default true. */
  readonly works?: boolean;
  /**
   * No other process works on this database. What is unfinished at the start was then left by a process that ended, and is
   * delivered again at once, without waiting for its heartbeat to run out.
   */
  readonly soleWorker?: boolean;
  /** Troubles in the background (a lost connection) that need no answer: they are tried again. */
  readonly onError?: (error: Error) => void;
}

/** pg-boss's shortest; a job whose process was killed is noticed after it. */
const HEARTBEAT_REFRESH_SECONDS = 3;
const UPKEEP_SECONDS = 5;
/** How long handlers may take to notice that their signal is aborted. */
const STOP_MILLISECONDS = 20_000;

/** Opens the queue on PostgreSQL; makes or migrates pg-boss's tables first. */
export async function openJobs(options: JobsOptions): Promise<Jobs> {
  const { url, works = true, soleWorker = false, onError = () => {} } = options;
  const boss = new PgBoss({
    connectionString: url,
    application_name: works ? 'shelfcast jobs' : 'shelfcast jobs (sends)',
    max: works ? 4 : 2,
    schema: 'pgboss',
    createSchema: false,
    schedule: false,
    supervise: works,
    superviseIntervalSeconds: UPKEEP_SECONDS,
    monitorIntervalSeconds: UPKEEP_SECONDS,
    registerInstance: false,
    useListenNotify: works,
  });
  boss.on('error', onError);
  await boss.start();
  if (soleWorker) await releaseAll(boss);
  const makeQueue = makeQueueOnce(boss);
  const stopping = new AbortController();
  let stopped: Promise<void> | undefined;
  return {
    async send(queue, payload, sendOptions) {
      const data = envelope(payload, sendOptions);
      await makeQueue(queueName(queue));
      const id = await boss.send(queue, data, {
        // Without a key of its own every job is its own singleton.
        singletonKey: sendOptions.singletonKey ?? crypto.randomUUID(),
        group: { id: sendOptions.tenant },
        startAfter: sendOptions.delaySeconds,
      });
      return id ?? undefined;
    },
    async work<Payload extends JobPayload>(
      queue: string,
      handler: (job: Job<Payload>) => Promise<void>,
      { concurrency = 1, groupConcurrency = 1 } = {},
    ) {
      await makeQueue(queueName(queue));
      const workOptions = {
        localConcurrency: concurrency,
        groupConcurrency,
        heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
        // NOTIFY wakes us for new jobs; polling finds those whose delay has run out.
        pollingIntervalSeconds: 0.5,
        notifyPollingIntervalSeconds: 1,
      };
      await boss.work<Envelope>(queue, workOptions, async ([job]) => {
        await handler({
          id: job.id,
          tenant: tenantId(job.data.tenant),
          payload: job.data.payload as Payload,
          attempt: job.retryCount + 1,
          signal: AbortSignal.any([job.signal, stopping.signal]),
        });
      });
    },
    stop() {
      stopping.abort(new Error('The process stops.'));
      stopped ??= boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
      return stopped;
    },
  };
}
