import { sortedQuantile } from '../kernels/chance/quantile.ts';
import type { PastForecasts } from './past-forecasts.ts';
import { attainable, offScale, onScale, type Range } from './range.ts';
import { smoothSpread, widePrior } from './spread.ts';

/** Past errors ÷ their step's spread, as they came: nothing assumed about them but that the next ones are like them. */
export interface ConformityScores {
  readonly range: Range;
  readonly spread: Float64Array;
  /** origins × horizon, NaN where not known. */
  readonly scores: Float64Array;
  readonly sorted: Float64Array;
}

/** With fewer errors than this their own quantiles mean little, and normal scores of a wide spread join them. */
const FEWEST_ERRORS = 10;
/** Expected order statistics of ten standard normal values (Harter 1961, Biometrika 48). */
const NORMAL_SCORES = [-1.539, -1.001, -0.656, -0.376, -0.123, 0.123, 0.376, 0.656, 1.001, 1.539];

export function conformityScores(past: PastForecasts, values: Float64Array, range: Range): ConformityScores {
  const { forecasts, actuals, horizon, pairs } = past;
  const scores = new Float64Array(actuals.length);
  const squares = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  for (let i = 0; i < scores.length; i++) {
    const error = onScale(actuals[i], range) - onScale(forecasts[i], range);
    scores[i] = error;
    if (Number.isNaN(error)) continue;
    squares[i % horizon] += error * error;
    counts[i % horizon]++;
  }
  const few = pairs < FEWEST_ERRORS;
  const spread = few ? widePrior(values, range, horizon) : smoothSpread(squares, counts);
  for (let i = 0; i < scores.length; i++) scores[i] /= spread[i % horizon] || 1;
  const known = scores.filter((score) => !Number.isNaN(score));
  const sorted = few ? Float64Array.of(...known, ...NORMAL_SCORES) : known;
  return { range, spread, scores, sorted: sorted.sort() };
}

/**
 * Split conformal quantiles around a mean, horizon × levels: mean + spread(step) × quantile of the standardised past errors,
 * on the errors' own scale (Lei et al. 2018, JASA 113, 5.2, for the locally weighted form). Errors are pooled over all
 * steps, and a step's spread carries its width.
 */
export function conformalQuantiles(
  mean: Float64Array,
  { range, spread, sorted }: Pick<ConformityScores, 'range' | 'spread' | 'sorted'>,
  levels: readonly number[],
): Float64Array {
  const result = new Float64Array(mean.length * levels.length);
  const reached = levels.map((level) => sortedQuantile(sorted, level));
  for (let h = 0; h < mean.length; h++) {
    const centre = onScale(mean[h], range);
    for (let j = 0; j < levels.length; j++)
      result[h * levels.length + j] = attainable(offScale(centre + spread[h] * reached[j], range), range);
  }
  return result;
}
