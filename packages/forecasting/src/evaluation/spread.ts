import type { Range } from './range.ts';

/** The first step is never taken to be surer than this share of the mean squared error, however steep the line. */
const LEAST_SHARE = 0.25;

/**
 * Root mean squared error by step. Means by step are noisy; their expectation grows about linearly in the steps ahead
 * for smoothing models (Hyndman et al. 2008, table 6.2), so a line is fitted, weighted by the number of errors, that
 * never falls.
 *
 * @param squares sum of squared errors by step
 * @param counts number of errors by step; at least one in all
 */
export function smoothSpread(squares: Float64Array, counts: Float64Array): Float64Array {
  let n = 0;
  let sumStep = 0;
  let sum = 0;
  for (let h = 0; h < counts.length; h++) {
    n += counts[h];
    sumStep += counts[h] * h;
    sum += squares[h];
  }
  const meanStep = sumStep / n;
  const mean = sum / n;
  let covariance = 0;
  let variance = 0;
  for (let h = 0; h < counts.length; h++) {
    covariance += (h - meanStep) * (squares[h] - counts[h] * mean);
    variance += counts[h] * (h - meanStep) ** 2;
  }
  const slope = variance > 0 ? Math.max(0, covariance / variance) : 0;
  const least = mean * LEAST_SHARE;
  return Float64Array.from(counts, (_, h) => Math.sqrt(Math.max(least, mean + slope * (h - meanStep))));
}

/**
 * Spread where next to nothing is known: for sales, on the root scale, a coefficient of variation of about one; for
 * values that may be negative their own deviation, or the size of the only one.
 */
export function widePrior(values: Float64Array, range: Range, horizon: number): Float64Array {
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
  const deviation = count > 1 ? Math.sqrt(Math.max(0, squares / count - mean * mean)) : Math.abs(mean);
  return new Float64Array(horizon).fill(range.nonNegative ? Math.sqrt(Math.abs(mean)) / 2 : deviation);
}
