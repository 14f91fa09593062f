/**
 * A forecasting thread. It is given the place of the blobs, a manifest and shard numbers, and an environment that knows the
 * blob store at most: there is no database in its reach, and a test sees to it that none of our code that knows one is imported from here.
 */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { openBlobs } from '@shelfcast/blobs';
import { type Manifest, openDuck, type ResultObject } from '@shelfcast/shards';
import { attemptShard, PutDown } from './attempt-shard.ts';

export interface WorkerData {
  readonly blobsAt: string;
  readonly manifest: Manifest;
  /** One Int32 that is set to 1 when the thread is to put its shard down: a busy thread reads no messages. */
  readonly stop: SharedArrayBuffer;
}

/** What the thread is told: one shard at a time. */
export interface ShardTask {
  readonly shard: number;
  readonly attempt: number;
}

/** `stop`: close what is open and end. Ending a thread from outside while DuckDB works in it would end the whole process. */
export type Order = ShardTask | 'stop';

/** What it says: how far it is within the shard, then the result. */
export type ShardNews =
  | { readonly kind: 'progress'; readonly shard: number; readonly series: number }
  | { readonly kind: 'result'; readonly result: ResultObject };

// Often enough for a progress bar, seldom enough to cost nothing.
const PROGRESS_MILLISECONDS = 250;

if (parentPort) await takeOrders(parentPort, workerData as WorkerData);

async function takeOrders(port: MessagePort, { blobsAt, manifest, stop }: WorkerData): Promise<void> {
  const blobs = await openBlobs(blobsAt);
  const duck = await openDuck();
  const stopped = new Int32Array(stop);
  const forecast = async ({ shard, attempt }: ShardTask): Promise<void> => {
    let said = performance.now();
    const result = await attemptShard(duck, blobs, manifest, shard, attempt, (series) => {
      if (Atomics.load(stopped, 0) === 1) throw new PutDown();
      const now = performance.now();
      if (now - said < PROGRESS_MILLISECONDS) return;
      said = now;
      port.postMessage({ kind: 'progress', shard, series } satisfies ShardNews);
    });
    port.postMessage({ kind: 'result', result } satisfies ShardNews);
  };
  let work = Promise.resolve();
  port.on('message', (order: Order) => {
    if (order === 'stop') {
      work = work
        .catch(() => {})
        .then(async () => {
          await duck[Symbol.asyncDispose]();
          port.close();
        });
    } else {
      work = work.then(() => forecast(order));
      // A shard that was put down says nothing; anything else is a defect, and ends the thread with its cause.
      work.catch((error: unknown) => {
        if (!(error instanceof PutDown)) throw error;
      });
    }
  });
}
