/**
 * A forecasting thread. It is given a folder of blobs, a manifest and shard numbers, and an empty environment: there is no
 * database in its reach, and a test sees to it that none of our code that knows one is imported from here.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { folderBlobStore } from '@shelfcast/blobs';
import { type Manifest, openDuck, type ResultObject } from '@shelfcast/shards';
import { attemptShard } from './attempt-shard.ts';

export interface WorkerData {
  readonly blobsFolder: string;
  readonly manifest: Manifest;
}

/** What the thread is told: one shard at a time. */
export interface ShardTask {
  readonly shard: number;
  readonly attempt: number;
}

/** What it says: how far it is within the shard, then the result. */
export type ShardNews =
  | { readonly kind: 'progress'; readonly shard: number; readonly series: number }
  | { readonly kind: 'result'; readonly result: ResultObject };

// Often enough for a progress bar, seldom enough to cost nothing.
const PROGRESS_MILLISECONDS = 250;

if (parentPort) {
  const port = parentPort;
  const { blobsFolder, manifest } = workerData as WorkerData;
  const blobs = folderBlobStore(blobsFolder);
  const duck = await openDuck();
  port.on('message', async ({ shard, attempt }: ShardTask) => {
    let said = performance.now();
    const result = await attemptShard(duck, blobs, manifest, shard, attempt, (series) => {
      const now = performance.now();
      if (now - said < PROGRESS_MILLISECONDS) return;
      said = now;
      port.postMessage({ kind: 'progress', shard, series } satisfies ShardNews);
    });
    port.postMessage({ kind: 'result', result } satisfies ShardNews);
  });
}
