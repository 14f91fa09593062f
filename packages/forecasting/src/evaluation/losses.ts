/**
 * One function a measure. `actual` may hold NaN (not observed): such a value is no part of any measure.
 * Both arrays have the same length; `forecast` is finite.
 */

/** Number of observed values. */
export function observations(actual: Float64Array): number {
  let count = 0;
  for (let t = 0; t < actual.length; t++) if (!Number.isNaN(actual[t])) count++;
  return count;
}

/** Σ|ŷ − y| */
export function absoluteError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < actual.length; t++)
    if (!Number.isNaN(actual[t])) sum += Math.abs(forecast[t] - actual[t]);
  return sum;
}

/** Σ(ŷ − y)² */
export function squaredError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < actual.length; t++) if (!Number.isNaN(actual[t])) sum += (forecast[t] - actual[t]) ** 2;
  return sum;
}

/** Σ(ŷ − y): positive = too high. */
export function signedError(actual: Float64Array, forecast: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < actual.length; t++) if (!Number.isNaN(actual[t])) sum += forecast[t] - actual[t];
  return sum;
}

/** Σ|y| */
export function absoluteActual(actual: Float64Array): number {
  let sum = 0;
  for (let t = 0; t < actual.length; t++) if (!Number.isNaN(actual[t])) sum += Math.abs(actual[t]);
  return sum;
}

/**
 * Σ of the pinball loss of one quantile's forecasts: level × (y − q) where y lies above, (1 − level) × (q − y) below
 * (Koenker & Bassett 1978, Econometrica 46).
 */
export function pinballLoss(actual: Float64Array, quantile: Float64Array, level: number): number {
  let sum = 0;
  for (let t = 0; t < actual.length; t++) {
    const above = actual[t] - quantile[t];
    if (!Number.isNaN(above)) sum += above >= 0 ? level * above : (level - 1) * above;
  }
  return sum;
}

/** Number of observed values within [low, high], ends included. */
export function covered(actual: Float64Array, low: Float64Array, high: Float64Array): number {
  let count = 0;
  for (let t = 0; t < actual.length; t++) if (actual[t] >= low[t] && actual[t] <= high[t]) count++;
  return count;
}

/**
 * Mean squared change between consecutive observed values of a history, from its first value that is not zero on:
 * what RMSSE divides by (M5 competitors' guide, eq. 1). NaN for fewer than two such values.
 */
export function meanSquaredChange(history: Float64Array, end = history.length): number {
  let previous = Number.NaN;
  let sum = 0;
  let count = 0;
  for (let t = 0; t < end; t++) {
    const value = history[t];
    if (Number.isNaN(value) || (Number.isNaN(previous) && value === 0)) continue;
    if (!Number.isNaN(previous)) {
      sum += (value - previous) ** 2;
      count++;
    }
    previous = value;
  }
  return sum / count;
}
