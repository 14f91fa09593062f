/** Sums over series of one model at one origin, by the definitions of M5's competitors' guide. */
export interface Measures {
  readonly weightedRmsse: number;
  readonly meanRmsse: number;
  readonly wape: number;
  readonly bias: number;
  /** Share of values within [q0.1, q0.9]. */
  readonly coverage80: number;
}

export interface ScoredSeries {
  /** History up to the origin. */
  readonly history: Float64Array;
  readonly actual: Float64Array;
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Dollars sold in the last 28 days of the history. */
  readonly dollars: number;
}

export function measure(scored: readonly ScoredSeries[]): Measures {
  let weighted = 0;
  let dollars = 0;
  let rmsseSum = 0;
  let rmsseCount = 0;
  let absolute = 0;
  let signed = 0;
  let sold = 0;
  let inside = 0;
  let values = 0;
  for (const series of scored) {
    let squared = 0;
    series.actual.forEach((actual, step) => {
      const error = series.mean[step] - actual;
      squared += error * error;
      absolute += Math.abs(error);
      signed += error;
      sold += Math.abs(actual);
      if (actual >= series.low[step] && actual <= series.high[step]) inside++;
    });
    values += series.actual.length;
    const scale = naiveScale(series.history);
    // A history that never changes has no scale: M5 leaves such series out, and so do their weights.
    if (!(scale > 0)) continue;
    const rmsse = Math.sqrt(squared / series.actual.length / scale);
    rmsseSum += rmsse;
    rmsseCount++;
    weighted += rmsse * series.dollars;
    dollars += series.dollars;
  }
  return {
    weightedRmsse: weighted / dollars,
    meanRmsse: rmsseSum / rmsseCount,
    wape: absolute / sold,
    bias: signed / sold,
    coverage80: inside / values,
  };
}

/** Mean squared day-to-day change since the first day with a sale. */
export function naiveScale(history: Float64Array): number {
  const first = history.findIndex((value) => value !== 0);
  let sum = 0;
  for (let t = first + 1; t < history.length; t++) sum += (history[t] - history[t - 1]) ** 2;
  return first < 0 ? Number.NaN : sum / (history.length - first - 1);
}
