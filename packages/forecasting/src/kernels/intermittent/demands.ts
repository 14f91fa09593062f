/** A history of intermittent demand as its demands: their sizes, and the periods from each one to the next. */
export interface Demands {
  readonly sizes: Float64Array;
  /** Periods since the demand before, the first one's since the beginning; periods not observed are none. */
  readonly intervals: Float64Array;
  readonly count: number;
}

export function demandsOf(values: Float64Array): Demands {
  const sizes = new Float64Array(values.length);
  const intervals = new Float64Array(values.length);
  let count = 0;
  let waited = 1;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    if (value === 0) {
      waited++;
      continue;
    }
    sizes[count] = value;
    intervals[count] = waited;
    count++;
    waited = 1;
  }
  return { sizes, intervals, count };
}

/**
 * Mean periods from demand to demand, the nearest whole number: what ADIDA adds up, and the most that IMAPA does. The
 * intervals end with the last demand, so that their sum is its place among the observed periods. 0 without a demand.
 */
export function meanInterval(values: Float64Array): number {
  let observed = 0;
  let last = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    observed++;
    if (value === 0) continue;
    last = observed;
    count++;
  }
  return count === 0 ? 0 : Math.round(last / count);
}
