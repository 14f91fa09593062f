import type { Level } from '@shelfcast/domain';

export const RESULT_VERSION = 1;

/** Sums over held-out values; they add up over series, shards and attempts. */
export interface AccuracySums {
  series: number;
  observations: number;
  absoluteError: number;
  error: number;
  actual: number;
  /** Σ|naive − actual| of seasonal naive on the same values. */
  naiveAbsoluteError: number;
  /** Values inside the central interval, by its nominal share ('0.5', '0.8', '0.9'); `observations` are all. */
  inside: Record<string, number>;
}

export function noSums(): AccuracySums {
  return {
    series: 0,
    observations: 0,
    absoluteError: 0,
    error: 0,
    actual: 0,
    naiveAbsoluteError: 0,
    inside: {},
  };
}

export function addSums(to: AccuracySums, sums: AccuracySums): void {
  to.series += sums.series;
  to.observations += sums.observations;
  to.absoluteError += sums.absoluteError;
  to.error += sums.error;
  to.actual += sums.actual;
  to.naiveAbsoluteError += sums.naiveAbsoluteError;
  for (const [share, count] of Object.entries(sums.inside))
    to.inside[share] = (to.inside[share] ?? 0) + count;
}

/** How many series by model, by why it was taken, and by what failed. */
export interface ResultCounts {
  readonly models: Record<string, number>;
  readonly reasons: Record<string, number>;
  /** By cause of a model that failed; the series was forecast by another. */
  readonly failures: Record<string, number>;
}

/** What an attempt at a shard came to; small, and written last. */
export type ResultObject = {
  readonly version: typeof RESULT_VERSION;
  readonly run: number;
  readonly shard: number;
  readonly attempt: number;
} & (
  | {
      readonly state: 'done';
      readonly level: Level;
      readonly series: number;
      /** SHA-256 over the values of both files. */
      readonly checksum: string;
      readonly counts: ResultCounts;
      /** The whole procedure on the last horizon, which it was not shown. */
      readonly holdout: AccuracySums;
    }
  | { readonly state: 'failed'; readonly code: string; readonly detail: string }
);

/** How one model did on a series; rates, null where undefined. */
export interface ScoreLine {
  readonly model: string;
  readonly wape: number | null;
  readonly rmsse: number | null;
  readonly mae: number | null;
  readonly bias: number | null;
  readonly coverage80: number | null;
  readonly naive: boolean;
}

/** What is known of one forecast beside its numbers. */
export interface SeriesDetail {
  readonly model: string;
  readonly reason: string;
  readonly scores: readonly ScoreLine[];
  readonly failures: readonly { readonly model: string; readonly cause: string }[];
  /** Sum of the observed units of the last horizon; null where nothing was observed. */
  readonly totalLastHorizon: number | null;
  /** Sum of the same days a year before the horizon; null where not all of it is history. */
  readonly totalLastYear: number | null;
  /** Levels above the series: what was sold, up to 730 periods; null = closed. */
  readonly past: readonly (number | null)[] | null;
}

/** The forecasts of a shard, flat, in the shard's order; numbers as they are published. */
export interface ShardForecasts {
  readonly keys: Float64Array;
  readonly horizon: number;
  readonly quantiles: readonly number[];
  /** count × horizon */
  readonly mean: Float64Array;
  /** count × horizon × quantiles */
  readonly quantileValues: Float64Array;
  /** count × horizon; 1 = closed. */
  readonly closed: Uint8Array;
  /** count: mean of the sum over the horizon. */
  readonly totalMean: Float64Array;
  /** count × quantiles, of the sum over the horizon. */
  readonly totalQuantiles: Float64Array;
  readonly details: readonly SeriesDetail[];
}
