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

/** Constants that one pass tries: recursions side by side take hardly longer than one, which waits for itself. */
export const AT_ONCE = 4;

/**
 * The squared errors of `bestInitialLevel` for four constants in one pass, from alphas[at …] into squaredErrors[at …]. The errors
 * that an initial level makes, w, need no pass: Σ w² is a geometric series over the `observed` values.
 */
export function squaredErrorsOfFour(
  values: Float64Array,
  observed: number,
  reference: number,
  alphas: Float64Array,
  at: number,
  squaredErrors: Float64Array,
): void {
  const alpha0 = alphas[at];
  const alpha1 = alphas[at + 1];
  const alpha2 = alphas[at + 2];
  const alpha3 = alphas[at + 3];
  const keep0 = 1 - alpha0;
  const keep1 = 1 - alpha1;
  const keep2 = 1 - alpha2;
  const keep3 = 1 - alpha3;
  let level0 = reference;
  let level1 = reference;
  let level2 = reference;
  let level3 = reference;
  let weight0 = 1;
  let weight1 = 1;
  let weight2 = 1;
  let weight3 = 1;
  let ee0 = 0;
  let ee1 = 0;
  let ee2 = 0;
  let ee3 = 0;
  let ew0 = 0;
  let ew1 = 0;
  let ew2 = 0;
  let ew3 = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    const error0 = value - level0;
    const error1 = value - level1;
    const error2 = value - level2;
    const error3 = value - level3;
    ee0 += error0 * error0;
    ee1 += error1 * error1;
    ee2 += error2 * error2;
    ee3 += error3 * error3;
    level0 += alpha0 * error0;
    level1 += alpha1 * error1;
    level2 += alpha2 * error2;
    level3 += alpha3 * error3;
    ew0 += error0 * weight0;
    weight0 *= keep0;
    ew1 += error1 * weight1;
    weight1 *= keep1;
    ew2 += error2 * weight2;
    weight2 *= keep2;
    ew3 += error3 * weight3;
    weight3 *= keep3;
  }
  squaredErrors[at] = withBestLevel(ee0, ew0, keep0, observed);
  squaredErrors[at + 1] = withBestLevel(ee1, ew1, keep1, observed);
  squaredErrors[at + 2] = withBestLevel(ee2, ew2, keep2, observed);
  squaredErrors[at + 3] = withBestLevel(ee3, ew3, keep3, observed);
}

function withBestLevel(ee: number, ew: number, keep: number, observed: number): number {
  const ww = (1 - keep ** (2 * observed)) / (1 - keep * keep);
  return ee - (ew * ew) / ww;
}
