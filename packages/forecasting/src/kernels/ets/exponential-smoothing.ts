/** Simple exponential smoothing: level ← level + α (y − level); a value not observed leaves the level as it is. */

/** What one pass found: the sum of squared one-step errors, and the initial level that makes it smallest. */
export interface SmoothingFit {
  squaredError: number;
  level: number;
}

/**
 * Sum of squared one-step errors for this α with the best initial level, which is linear least squares: an error is
 * e(t) − c w(t), where e comes from any reference level, w(t) = (1 − α)^(observed values before t), and c is what the
 * reference lacks. One pass, no search (Hyndman et al. 2008, Forecasting with Exponential Smoothing, ch. 5).
 */
export function bestInitialLevel(
  values: Float64Array,
  alpha: number,
  reference: number,
  found: SmoothingFit,
): void {
  const keep = 1 - alpha;
  let level = reference;
  let weight = 1;
  let ee = 0;
  let ew = 0;
  let ww = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    const error = value - level;
    ee += error * error;
    ew += error * weight;
    ww += weight * weight;
    level += alpha * error;
    weight *= keep;
  }
  const correction = ew / ww;
  found.level = reference + correction;
  // Rounding may take a perfect fit a hair below zero.
  found.squaredError = Math.max(0, ee - correction * ew);
}
