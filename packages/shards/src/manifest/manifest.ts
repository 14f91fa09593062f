import type { Frequency, Level, TenantId } from '@shelfcast/domain';
import type { RunCalendars } from './calendars.ts';

export const MANIFEST_VERSION = 2;

export interface ManifestShard {
  readonly no: number;
  readonly level: Level;
  /** Blob key of the shard file, and of the labels beside it, which only publishing reads. */
  readonly key: string;
  readonly labels: string;
  readonly series: number;
  readonly rows: number;
  /** History values: what forecasting costs grows with it. */
  readonly values: number;
  readonly contentHash: string;
}

/**
 * All that a worker must know of a run, and all that is needed to run it again in a year. Written once, when the last shard
 * file is in place, and never changed.
 */
export interface Manifest {
  readonly version: typeof MANIFEST_VERSION;
  readonly tenant: TenantId;
  readonly run: number;
  readonly frequency: Frequency;
  readonly horizon: number;
  readonly season: number;
  /** Longer seasons beside it; empty where history holds fewer than two of them. */
  readonly seasons: readonly number[];
  readonly origins: number;
  readonly quantiles: readonly number[];
  /** Last day of the last whole period that is known. */
  readonly origin: string;
  /** First day ahead. */
  readonly from: string;
  readonly drivers: readonly string[];
  readonly calendars: RunCalendars;
  /** Days ahead on which locations are taken to be closed because they were on the same feasts before: inferred, not stated. */
  readonly expectedClosures: readonly {
    readonly day: string;
    readonly because: string;
    readonly locations: number;
  }[];
  /** Every how-manieth series has its last horizon held out, to measure the whole procedure. */
  readonly holdoutEvery: number;
  readonly shards: readonly ManifestShard[];
  /** Shard numbers by bundle. */
  readonly bundles: readonly (readonly number[])[];
}

/** Series of a manifest by level. */
export function seriesByLevel(manifest: Manifest): Record<Level, number> {
  const counts: Record<Level, number> = { series: 0, location: 0, total: 0 };
  for (const shard of manifest.shards) counts[shard.level] += shard.series;
  return counts;
}
