import { sortedQuantile } from '../kernels/quantile.ts';
import { randomStream } from '../kernels/random.ts';
import { fromRoot } from '../kernels/root-scale.ts';
import { onScale, type PathErrors } from './path-errors.ts';
import { attainable, type Range } from './range.ts';

/** Paths that are drawn; quantiles of their sums move by about 1 % of the spread between 256 and 4,096. */
const PATHS = 256;
/** Origins tried for an error of the step that is needed, before one of any step is drawn. */
const TRIES = 8;

/**
 * Quantiles of the horizon's sum. Each path takes its errors, step by step, from one past origin, so that errors stay
 * together as they came; where that origin's error is not known (not observed, or still ahead) the path goes on from
 * another one. Closed periods add nothing. The same seed gives the same numbers.
 */
export function sumQuantiles(
  mean: Float64Array,
  errors: PathErrors,
  levels: readonly number[],
  range: Range,
  closed: Uint8Array | undefined,
  seed: number,
): Float64Array {
  const { horizon, origins, rows, spread, standardised } = errors;
  const random = randomStream(seed);
  const sums = new Float64Array(PATHS);
  const centres = Float64Array.from(mean, (value) => onScale(value, range));
  for (let path = 0; path < PATHS; path++) {
    let row = Math.floor(random() * origins);
    let sum = 0;
    for (let h = 0; h < horizon; h++) {
      if (closed?.[h]) continue;
      let error = origins > 0 ? rows[row * horizon + h] : Number.NaN;
      for (let tried = 0; Number.isNaN(error) && tried < TRIES && origins > 0; tried++) {
        row = Math.floor(random() * origins);
        error = rows[row * horizon + h];
      }
      if (Number.isNaN(error)) error = spread[h] * standardised[Math.floor(random() * standardised.length)];
      const value = centres[h] + error;
      sum += attainable(range.nonNegative ? fromRoot(value) : value, range);
    }
    sums[path] = sum;
  }
  sums.sort();
  return Float64Array.from(levels, (level) => sortedQuantile(sums, level));
}
