/** Loops over values of which NaN means "not observed". */

/** How many values are observed. */
export function countObserved(values: Float64Array): number {
  let count = 0;
  for (let t = 0; t < values.length; t++) if (!Number.isNaN(values[t])) count++;
  return count;
}

/** Mean of the observed values in [from, to); NaN where there is none. */
export function meanObserved(values: Float64Array, from = 0, to = values.length): number {
  let count = 0;
  let sum = 0;
  for (let t = from; t < to; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    count++;
    sum += value;
  }
  return sum / count;
}

/** Index of the first observed value, or -1. */
export function firstObserved(values: Float64Array): number {
  for (let t = 0; t < values.length; t++) if (!Number.isNaN(values[t])) return t;
  return -1;
}

/** Index of the last observed value before `end`, or -1. */
export function lastObserved(values: Float64Array, end = values.length): number {
  for (let t = end - 1; t >= 0; t--) if (!Number.isNaN(values[t])) return t;
  return -1;
}

/** Whether every observed value is above zero. */
export function isPositive(values: Float64Array): boolean {
  for (let t = 0; t < values.length; t++) if (values[t] <= 0) return false;
  return true;
}
