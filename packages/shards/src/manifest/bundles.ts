import type { ManifestShard } from './manifest.ts';

/** Long enough that starting a pod (tens of seconds) is small change, short enough that losing one is too. */
export const BUNDLE_SECONDS = 600;
/** Airflow maps a task at most 1,024 times; some room is left for its own. */
export const MOST_BUNDLES = 1_000;

/**
 * CPU seconds that forecasting a shard takes, roughly: measured with the default choice, a calendar, three origins and a horizon of 28
 * on series of M5 (of 1,829 days: 78 ms each; of their last 76 days: 3 ms). Only the size of bundles hangs on it, never a result.
 */
export function estimateSeconds(shard: Pick<ManifestShard, 'series' | 'values'>): number {
  return shard.values * 4.2e-5 + shard.series * 1e-3;
}

/**
 * Groups shards into bundles of about `targetSeconds`, in their order, at most `mostBundles`. A shard is never split; one that
 * takes longer alone is a bundle of its own.
 */
export function bundleShards(
  shards: readonly Pick<ManifestShard, 'no' | 'series' | 'values'>[],
  targetSeconds = BUNDLE_SECONDS,
  mostBundles = MOST_BUNDLES,
): number[][] {
  const whole = shards.reduce((sum, shard) => sum + estimateSeconds(shard), 0);
  // First fit in order leaves every two neighbours above one target together: twice the mean load is enough room.
  const target = Math.max(targetSeconds, (2 * whole) / mostBundles);
  const bundles: number[][] = [];
  let load = Number.POSITIVE_INFINITY;
  for (const shard of shards) {
    const seconds = estimateSeconds(shard);
    if (load + seconds > target) {
      bundles.push([]);
      load = 0;
    }
    bundles[bundles.length - 1].push(shard.no);
    load += seconds;
  }
  return bundles;
}
