import type { BlobStore } from '@shelfcast/blobs';
import { runErrors, ShelfcastError } from '@shelfcast/domain';
import type { Manifest, ResultObject } from '@shelfcast/shards';
import { existingResults, type ShardHistory } from './existing-results.ts';
import { forecastOnThreads } from './thread-pool.ts';
import type { ShardTask } from './worker.ts';

/** After so many attempts with a cause a shard has failed, and with it the run. */
export const MOST_ATTEMPTS = 3;

export type DoneResult = Extract<ResultObject, { state: 'done' }>;

export interface ForecastOptions {
  readonly blobs: BlobStore;
  readonly blobsAt: string;
  readonly workers: number;
  readonly signal: AbortSignal;
  /** Shard numbers; default all. */
  readonly shards?: readonly number[];
  readonly onProgress?: (seriesDone: number) => void;
  /** Called once a shard that is done, those of earlier attempts first. */
  readonly onDone?: (result: DoneResult) => Promise<void>;
}

/**
 * Forecasts the shards of a manifest that have no valid result yet, a failed one again by itself. Knows the blob store and
 * nothing else. Throws `run.shard_failed` when every other shard is done and one has failed three times.
 */
export async function forecastShards(manifest: Manifest, options: ForecastOptions): Promise<void> {
  const histories = await existingResults(options.blobs, manifest);
  const wanted = options.shards ?? manifest.shards.map(({ no }) => no);
  const under = new Map<number, number>();
  let seriesDone = 0;
  const say = (): void => {
    let series = seriesDone;
    for (const of of under.values()) series += of;
    options.onProgress?.(series);
  };
  const done = async (result: DoneResult): Promise<void> => {
    under.delete(result.shard);
    seriesDone += result.series;
    say();
    await options.onDone?.(result);
  };

  const tasks: ShardTask[] = [];
  for (const no of wanted) {
    const history = histories[no];
    if (history.done) await done(history.done);
    else if (history.failed.length < MOST_ATTEMPTS) tasks.push(nextAttempt(no, history));
  }
  await forecastOnThreads(tasks, {
    ...options,
    manifest,
    onProgress(shard, series) {
      under.set(shard, series);
      say();
    },
    async onResult(result) {
      const history = histories[result.shard];
      history.lastAttempt = result.attempt;
      if (result.state === 'done') {
        history.done = result;
        await done(result);
        return undefined;
      }
      under.delete(result.shard);
      history.failed.push(result);
      return history.failed.length < MOST_ATTEMPTS ? nextAttempt(result.shard, history) : undefined;
    },
  });
  const failed = wanted.filter((no) => !histories[no].done);
  if (failed.length > 0) throw shardFailed(manifest, failed, histories);
}

function nextAttempt(shard: number, history: ShardHistory): ShardTask {
  return { shard, attempt: history.lastAttempt + 1 };
}

function shardFailed(manifest: Manifest, failed: readonly number[], histories: readonly ShardHistory[]) {
  const series = failed.reduce((sum, no) => sum + manifest.shards[no].series, 0);
  const cause = histories[failed[0]].failed.at(-1);
  return new ShelfcastError(runErrors.shard_failed, {
    detail: `${failed.length} of ${manifest.shards.length} shards (${series} series) failed ${MOST_ATTEMPTS} times, first shard ${failed[0]} with ${cause?.code}: ${cause?.detail}`,
    remedy:
      'The forecasts of the last published run stay in place. Start another run; if it fails too, report it.',
  });
}
