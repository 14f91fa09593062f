import type { FittedModel } from '../contract.ts';
import { toRoot } from '../kernels/root-scale.ts';
import { clamp, type Range } from './range.ts';

/** Errors of a fitted model at many past origins, by step ahead, on the scale where their spread is even. */
export interface PathErrors {
  /** origins × horizon, NaN where the value was not observed or lies ahead. */
  readonly rows: Float64Array;
  readonly origins: number;
  readonly horizon: number;
  /** Spread by step: root of the mean squared error, smoothed over the steps. */
  readonly spread: Float64Array;
  /** All errors ÷ their step's spread, sorted. */
  readonly standardised: Float64Array;
}

/** More origins sharpen nothing: errors of neighbouring origins are nearly the same. */
const MOST_ORIGINS = 64;
/** Seasons back that origins are taken from: two years of weeks; older errors say little about the next ones. */
const SEASONS_BACK = 104;
/** With fewer errors than this their own quantiles mean little, and normal scores of a wide spread join them. */
const FEWEST_ERRORS = 10;
/** Expected order statistics of ten standard normal values (Harter 1961, Biometrika 48). */
const NORMAL_SCORES = [-1.539, -1.001, -0.656, -0.376, -0.123, 0.123, 0.376, 0.656, 1.001, 1.539];

/**
 * Errors at up to 64 origins spread over the last 104 seasons of the history. The constants are those fitted to the
 * whole history, the states those at the origin (one pass); the pool is what conformal quantiles are taken from.
 */
export function pathErrors(
  values: Float64Array,
  season: number,
  fitted: FittedModel,
  horizon: number,
  range: Range,
): PathErrors {
  const origins = replayOrigins(values.length, season);
  const rows = fitted.replay(origins, horizon);
  const squares = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  let total = 0;
  for (let r = 0; r < origins.length; r++) {
    for (let h = 0; h < horizon; h++) {
      const at = r * horizon + h;
      const t = origins[r] + h;
      const error =
        t < values.length ? onScale(values[t], range) - onScale(clamp(rows[at], range), range) : Number.NaN;
      rows[at] = error;
      if (Number.isNaN(error)) continue;
      squares[h] += error * error;
      counts[h]++;
      total++;
    }
  }
  const few = total < FEWEST_ERRORS;
  const spread = few ? widePrior(values, range, horizon) : smoothSpread(squares, counts, horizon);
  const standardised = new Float64Array(total + (few ? NORMAL_SCORES.length : 0));
  let at = 0;
  for (let i = 0; i < rows.length; i++)
    if (!Number.isNaN(rows[i])) standardised[at++] = rows[i] / (spread[i % horizon] || 1);
  if (few) standardised.set(NORMAL_SCORES, at);
  standardised.sort();
  return { rows, origins: origins.length, horizon, spread, standardised };
}

/** Sales on the root scale; values that may be negative as they are, because shifting those must change nothing. */
export function onScale(value: number, range: Range): number {
  return range.nonNegative ? toRoot(value) : value;
}

/** Origins at which states have settled (two seasons in) up to the last value, evenly spread, every phase met. */
function replayOrigins(length: number, season: number): Int32Array {
  const first = Math.max(1, Math.min(2 * season, length >> 1), length - SEASONS_BACK * season);
  const available = Math.max(0, length - first);
  let stride = Math.max(1, Math.ceil(available / MOST_ORIGINS));
  if (season > 1 && stride > 1) while (stride % season === 0) stride++;
  const count = Math.ceil(available / stride);
  return Int32Array.from({ length: count }, (_, i) => length - 1 - (count - 1 - i) * stride);
}

/**
 * Mean squared errors by step are noisy; their expectation grows about linearly in the steps ahead for smoothing models
 * (Hyndman et al. 2008, table 6.2), so a line is fitted, weighted by the number of errors, that never falls.
 */
function smoothSpread(squares: Float64Array, counts: Float64Array, horizon: number): Float64Array {
  let n = 0;
  let sumStep = 0;
  let sum = 0;
  for (let h = 0; h < horizon; h++) {
    n += counts[h];
    sumStep += counts[h] * h;
    sum += squares[h];
  }
  const meanStep = sumStep / n;
  const mean = sum / n;
  let covariance = 0;
  let variance = 0;
  for (let h = 0; h < horizon; h++) {
    covariance += (h - meanStep) * (squares[h] - counts[h] * mean);
    variance += counts[h] * (h - meanStep) ** 2;
  }
  const slope = variance > 0 ? Math.max(0, covariance / variance) : 0;
  const least = mean * LEAST_SHARE;
  return Float64Array.from({ length: horizon }, (_, h) =>
    Math.sqrt(Math.max(least, mean + slope * (h - meanStep))),
  );
}

/** The first step is never taken to be surer than this share of the mean squared error, however steep the line. */
const LEAST_SHARE = 0.25;

/** Spread where next to nothing is known: that of counts half as regular as Poisson's; for other values their own. */
function widePrior(values: Float64Array, range: Range, horizon: number): Float64Array {
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    sum += values[t];
    squares += values[t] ** 2;
    count++;
  }
  const mean = sum / count;
  const spread = range.nonNegative
    ? Math.sqrt(Math.abs(mean)) / 2
    : count > 1
      ? Math.sqrt(Math.max(0, squares / count - mean * mean))
      : Math.abs(mean);
  return new Float64Array(horizon).fill(spread);
}
