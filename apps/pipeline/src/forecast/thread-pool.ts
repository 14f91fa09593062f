import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { BlobStore } from '@shelfcast/blobs';
import { type Manifest, RESULT_VERSION, type ResultObject, runKeys } from '@shelfcast/shards';
import type { Order, ShardNews, ShardTask, WorkerData } from './worker.ts';

/** How long a thread may take to put its shard down: a series takes milliseconds, a file well under a second. */
const STOP_MILLISECONDS = 10_000;

export interface PoolOptions {
  readonly manifest: Manifest;
  readonly blobs: BlobStore;
  readonly blobsAt: string;
  readonly workers: number;
  readonly signal: AbortSignal;
  readonly onProgress: (shard: number, series: number) => void;
  /** Called for one result after the other; a task it returns is put in the queue. */
  readonly onResult: (result: ResultObject) => Promise<ShardTask | undefined>;
}

/**
 * Forecasts shards on threads, one at a time on each. A thread that dies (out of memory, a crash below Node) costs an
 * attempt at its shard and is replaced. Resolves when the queue is empty and the last result has been taken.
 */
export async function forecastOnThreads(tasks: readonly ShardTask[], options: PoolOptions): Promise<void> {
  const queue = [...tasks];
  // The first lane that fails ends the others: nothing goes on behind a promise that has been settled.
  const failing = new AbortController();
  const signal = AbortSignal.any([options.signal, failing.signal]);
  signal.throwIfAborted();
  let results = Promise.resolve();
  const take = async (result: ResultObject): Promise<void> => {
    results = results.then(async () => {
      const retry = await options.onResult(result);
      if (retry) queue.push(retry);
    });
    await results;
  };
  const lane = async (): Promise<void> => {
    let thread: ForecastThread | undefined;
    try {
      for (let task = queue.shift(); task; task = queue.shift()) {
        signal.throwIfAborted();
        thread ??= startThread({ ...options, signal });
        const result = await thread.forecast(task);
        if ('died' in result) {
          thread = undefined;
          await take(await recordDeath(options, task, result.died));
        } else {
          await take(result.result);
        }
      }
    } catch (error) {
      failing.abort(error);
      throw error;
    } finally {
      await thread?.stop();
    }
  };
  // A lane that finds the queue empty ends; a retry is then done by the lane that put it there.
  await Promise.allSettled(Array.from({ length: Math.min(options.workers, queue.length) }, lane));
  signal.throwIfAborted();
}

type Outcome = { readonly result: ResultObject } | { readonly died: string };

interface ForecastThread {
  forecast(task: ShardTask): Promise<Outcome>;
  stop(): Promise<unknown>;
}

function startThread({ manifest, blobsAt, onProgress, signal }: PoolOptions): ForecastThread {
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const workerData: WorkerData = { manifest, blobsAt, stop };
  const env = threadEnvironment();
  const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData, env });
  // Whoever waits for the task under way.
  let settle: ((outcome: Outcome) => void) | undefined;
  thread.on('message', (news: ShardNews) => {
    if (news.kind === 'progress') onProgress(news.shard, news.series);
    else settle?.({ result: news.result });
  });
  thread.on('error', (error) => settle?.({ died: String(error) }));
  thread.on('exit', (code) => settle?.({ died: `The thread ended with code ${code}.` }));
  return {
    forecast(task) {
      return new Promise<Outcome>((resolve, reject) => {
        const settled = new AbortController();
        signal.addEventListener('abort', () => reject(signal.reason), { once: true, signal: settled.signal });
        settle = (outcome) => {
          settled.abort();
          resolve(outcome);
        };
        thread.postMessage(task satisfies Order);
      });
    },
    async stop() {
      Atomics.store(new Int32Array(stop), 0, 1);
      const ended = once(thread, 'exit');
      thread.postMessage('stop' satisfies Order);
      const late = new AbortController();
      // Never met so far: a thread that hangs. Ending it by force may take the process along, which is what is wanted then.
      await Promise.race([
        ended,
        sleep(STOP_MILLISECONDS, undefined, { signal: late.signal }).catch(() => {}),
      ]);
      late.abort();
      await thread.terminate();
    },
  };
}

/**
 * Whatever the process knows of a database, the thread doesn't. Temporary files stay where they should, and the blob store in
 * a bucket asks for its region and credentials by names that begin with AWS_.
 */
function threadEnvironment(): NodeJS.ProcessEnv {
  const wanted = Object.entries(process.env).filter(([name]) => name === 'TMPDIR' || name.startsWith('AWS_'));
  return Object.fromEntries(wanted);
}

/** A thread that died could not write its result: it is written for it, so that attempts are counted. */
async function recordDeath(
  { manifest, blobs }: PoolOptions,
  { shard, attempt }: ShardTask,
  detail: string,
): Promise<ResultObject> {
  const about = { version: RESULT_VERSION, run: manifest.run, shard, attempt } as const;
  const result: ResultObject = { ...about, state: 'failed', code: 'run.shard_failed', detail };
  await blobs.put(
    runKeys(manifest.tenant, manifest.run).result(shard, attempt).object,
    JSON.stringify(result),
  );
  return result;
}
