import type { BlobStore } from '@shelfcast/blobs';
import { type Manifest, type ResultObject, readResultObject, runKeys } from '@shelfcast/shards';

/** What earlier attempts at a shard came to. */
export interface ShardHistory {
  /** The first valid attempt. */
  done: Extract<ResultObject, { state: 'done' }> | undefined;
  /** Attempts that ended with a cause. */
  failed: Extract<ResultObject, { state: 'failed' }>[];
  /** The highest attempt number that left any file. */
  lastAttempt: number;
}

/** Reads what is in the blob store of a run's results, by shard number. Nothing else knows what has been done. */
export async function existingResults(blobs: BlobStore, manifest: Manifest): Promise<ShardHistory[]> {
  const histories = manifest.shards.map(
    (): ShardHistory => ({ done: undefined, failed: [], lastAttempt: 0 }),
  );
  const prefix = `${runKeys(manifest.tenant, manifest.run).root}/results/`;
  for await (const { key } of blobs.list(prefix)) {
    const parts = /^(\d+)\/(\d+)(\.json|\.)/.exec(key.slice(prefix.length));
    const history = parts && histories[Number(parts[1])];
    if (!history) continue;
    const attempt = Number(parts[2]);
    history.lastAttempt = Math.max(history.lastAttempt, attempt);
    if (parts[3] !== '.json') continue;
    const result = readResultObject((await blobs.read(key)).toString());
    if (result?.state === 'failed') history.failed.push(result);
    if (result?.state === 'done' && (!history.done || attempt < history.done.attempt)) history.done = result;
  }
  return histories;
}
