/** A data set of sales: what any forecaster is given, and what it is judged by. */
export interface RetailData {
  readonly name: string;
  readonly season: number;
  readonly horizon: number;
  /** Position of the last origin in time: the test window is [origin, origin + horizon). Earlier windows are for choosing. */
  readonly lastOrigin: number;
  readonly series: readonly RetailSeries[];
  /** Names of the covariates known in advance. */
  readonly known: readonly string[];
  /** What a forecast is judged by first. */
  readonly measure: 'weightedRmsse' | 'rmsse' | 'wape';
}

export interface RetailSeries {
  /** Over the data set's whole time; NaN = not observed (shop closed, no record). */
  readonly values: Float64Array;
  /** A column a covariate, over the same time. */
  readonly known: readonly Float64Array[];
  /** Weight in weighted means when the history ends at `origin`; absent: all the same. */
  weight?(origin: number): number;
}

/** The same data as it stood at one origin, flat. */
export interface RetailWindow {
  readonly data: RetailData;
  readonly origin: number;
  /** Histories from the first sale on, one after the other. */
  readonly values: Float64Array;
  readonly offsets: Uint32Array;
  /** Per covariate: history + horizon of every series. */
  readonly known: readonly Float64Array[];
  /** count × horizon; NaN = not scored. */
  readonly actual: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Cuts the data at `origin`. Left out are series without a sale before it and without anything to score after it: no
 * forecaster can be told from another by them.
 */
export function windowAt(data: RetailData, origin: number): RetailWindow {
  const { horizon } = data;
  const kept = data.series.flatMap((series) => {
    const first = series.values.findIndex((value) => Math.abs(value) > 0);
    const scored = series.values.subarray(origin, origin + horizon).some((value) => !Number.isNaN(value));
    return first >= 0 && first < origin && scored ? [{ series, first }] : [];
  });
  const offsets = new Uint32Array(kept.length + 1);
  kept.forEach(({ first }, i) => {
    offsets[i + 1] = offsets[i] + origin - first;
  });
  const values = new Float64Array(offsets[kept.length]);
  const known = data.known.map(() => new Float64Array(values.length + kept.length * horizon));
  const actual = new Float64Array(kept.length * horizon);
  kept.forEach(({ series, first }, i) => {
    values.set(series.values.subarray(first, origin), offsets[i]);
    actual.set(series.values.subarray(origin, origin + horizon), i * horizon);
    known.forEach((column, k) => {
      column.set(series.known[k].subarray(first, origin + horizon), offsets[i] + i * horizon);
    });
  });
  const weights = Float64Array.from(kept, ({ series }) => series.weight?.(origin) ?? 1);
  return { data, origin, values, offsets, known, actual, weights };
}

/** The last `count` origins, spaced by the horizon, latest last; `skip` leaves out so many of the latest. */
export function originsOf(data: RetailData, count: number, skip = 0): number[] {
  return Array.from({ length: count }, (_, k) => data.lastOrigin - (count - 1 - k + skip) * data.horizon);
}
