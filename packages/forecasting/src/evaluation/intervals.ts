import { sortedQuantile } from '../kernels/quantile.ts';
import { fromRoot } from '../kernels/root-scale.ts';
import { onScale, type PathErrors } from './path-errors.ts';
import { attainable, type Range } from './range.ts';

/**
 * Conformal quantiles around a mean, horizon × levels: mean + spread(step) × quantile of the standardised past errors,
 * on the errors' own scale (Lei et al. 2018, JASA 113, 5.2, for the locally weighted form). Errors are pooled over all
 * steps, and a step's spread carries its width. Levels that increase give values that never cross, because all that
 * follows (scale, range, rounding to units) is monotone.
 */
export function conformalQuantiles(
  mean: Float64Array,
  errors: PathErrors,
  levels: readonly number[],
  range: Range,
): Float64Array {
  const result = new Float64Array(mean.length * levels.length);
  const scores = levels.map((level) => sortedQuantile(errors.standardised, level));
  for (let h = 0; h < mean.length; h++) {
    const centre = onScale(mean[h], range);
    for (let j = 0; j < levels.length; j++) {
      const value = centre + errors.spread[h] * scores[j];
      result[h * levels.length + j] = attainable(range.nonNegative ? fromRoot(value) : value, range);
    }
  }
  return result;
}
