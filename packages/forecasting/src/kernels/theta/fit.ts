import type { ThetaTrack } from './line.ts';

/** The first three errors say more about the start than about the constants, and count for nothing (Fiorucci et al. 2016, 3.2). */
export const UNCOUNTED_ERRORS = 3;
/** A start whose weight has come down to this is gone from any sum of doubles. */
const NO_WEIGHT = 1e-18;

/** The best that one α allows. */
export interface ThetaFit {
  squaredError: number;
  initialLevel: number;
  /** 1 − 1/θ: how much of the line goes in. */
  lineWeight: number;
}

/**
 * Smallest sum of squared one-step errors for this α, in one pass and with no search. The line takes no part in the
 * constants, so that an error of Fiorucci et al. 2016, eqs. 9–10, is linear in the initial level and in the line's weight
 * w = 1 − 1/θ:
 *
 *   e(t) = [y(t) − S(t−1)] − c k^(t−1) − w [A k^(t−1) + B (1 − k^t)/α],   k = 1 − α,
 *
 * S being exponential smoothing from the first value, and c what the initial level lacks of it. That is least squares
 * with two unknowns, of which 0 ≤ w ≤ 1 (θ ≥ 1). A value not observed leaves smoothing as it is; the line goes on: where
 * periods were missed, (1 − k^t)/α becomes the gap G ← k G + periods.
 *
 * @param fixedWeight w where it is given (½ in the standard model), NaN where it is to be found.
 */
export function bestThetaFit(track: ThetaTrack, alpha: number, fixedWeight: number, found: ThetaFit): void {
  const { values, gaps, intercepts, slopes } = track;
  const length = values.length;
  const keep = 1 - alpha;
  let level = values[0];
  let weight = 1;
  let gap = 1;
  let ee = 0;
  let eu = 0;
  let ev = 0;
  let uu = 0;
  let uv = 0;
  let vv = 0;
  let i = 1;
  for (; i < length && weight > NO_WEIGHT; i++) {
    level += alpha * (values[i - 1] - level);
    weight *= keep;
    gap = keep * gap + gaps[i];
    if (i < UNCOUNTED_ERRORS) continue;
    const error = values[i] - level;
    const line = intercepts[i] * weight + slopes[i] * gap;
    ee += error * error;
    eu += error * weight;
    ev += error * line;
    uu += weight * weight;
    uv += weight * line;
    vv += line * line;
  }
  // From here on the start is forgotten, and the sums that it takes part in are complete.
  for (; i < length; i++) {
    level += alpha * (values[i - 1] - level);
    gap = keep * gap + gaps[i];
    const error = values[i] - level;
    const line = slopes[i] * gap;
    ee += error * error;
    ev += error * line;
    vv += line * line;
  }
  const free = vv - (uv * uv) / uu;
  let line = fixedWeight;
  if (Number.isNaN(line))
    line = free > 1e-12 * vv ? Math.min(1, Math.max(0, (ev - (uv * eu) / uu) / free)) : 0.5;
  const start = (eu - line * uv) / uu;
  found.lineWeight = line;
  found.initialLevel = values[0] + start;
  // Rounding may take a perfect fit a hair below zero.
  found.squaredError = Math.max(
    0,
    ee - 2 * line * ev + line * line * vv - start * (2 * (eu - line * uv) - start * uu),
  );
}
