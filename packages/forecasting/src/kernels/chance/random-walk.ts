/** The random walk from one value to the value `lag` periods on, NaN where nothing was observed: naive forecasts' model. */

/**
 * Variance of one step, by maximum likelihood: a value observed k steps after the last one of its phase differs from
 * it by k steps' sum, of variance k σ². Without gaps it is the mean squared residual (FPP3, 5.5). NaN for no such pair.
 *
 * @param drift what is added at every step
 * @param estimated quantities estimated from the same steps (the drift: 1), which the mean must do without
 */
export function stepVariance(values: Float64Array, lag: number, drift = 0, estimated = 0): number {
  let sum = 0;
  let pairs = 0;
  for (let t = lag; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    let before = t - lag;
    while (before >= 0 && Number.isNaN(values[before])) before -= lag;
    if (before < 0) continue;
    const steps = (t - before) / lag;
    const error = values[t] - values[before] - steps * drift;
    sum += (error * error) / steps;
    pairs++;
  }
  return pairs > estimated ? sum / (pairs - estimated) : Number.NaN;
}
