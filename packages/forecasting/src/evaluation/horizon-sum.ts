import { sortedQuantile } from '../kernels/quantile.ts';
import { randomStream } from '../kernels/random.ts';
import { fromRoot } from '../kernels/root-scale.ts';
import { onScale, type PathErrors } from './path-errors.ts';
import { attainable, type Range } from './range.ts';

/** Paths that are drawn; quantiles of their sums move by about 1 % of the spread between 256 and 4,096. */
const PATHS = 256;
/** Origins tried for an error of the step that is needed, before one of any step is drawn. */
const TRIES = 8;
/** With fewer whole paths than this, paths that break off are begun with too. */
const FEWEST_WHOLE = 4;

/**
 * Quantiles of the horizon's sum. Each path takes its errors, step by step, from one past origin, so that errors stay
 * together as they came; where that origin's error is not known (not observed, or still ahead) the path goes on from
 * another one. Closed periods add nothing. Sums are then spread by 1 + 1/n around their mean, where n is how many
 * horizons fit side by side into the time the errors come from: paths that overlap are not so many witnesses, and Student's
 * t with n degrees of freedom is wider than the normal by about that factor at 10 and 90 %. The same seed gives the same
 * numbers.
 */
export function sumQuantiles(
  mean: Float64Array,
  errors: PathErrors,
  levels: readonly number[],
  range: Range,
  closed: Uint8Array | undefined,
  seed: number,
): Float64Array {
  const { horizon, rows, origins, spread, standardised } = errors;
  const random = randomStream(seed);
  const starts = startingRows(errors);
  const sums = new Float64Array(PATHS);
  const centres = Float64Array.from(mean, (value) => onScale(value, range));
  let total = 0;
  let open = 0;
  for (let h = 0; h < horizon; h++) if (!closed?.[h]) open++;
  for (let path = 0; path < PATHS; path++) {
    let row = starts.length > 0 ? starts[Math.floor(random() * starts.length)] : -1;
    let sum = 0;
    for (let h = 0; h < horizon; h++) {
      if (closed?.[h]) continue;
      let error = row < 0 ? Number.NaN : rows[row * horizon + h];
      for (let tried = 0; Number.isNaN(error) && tried < TRIES && row >= 0; tried++) {
        row = Math.floor(random() * origins);
        error = rows[row * horizon + h];
      }
      if (Number.isNaN(error)) error = spread[h] * standardised[Math.floor(random() * standardised.length)];
      const value = centres[h] + error;
      sum += attainable(range.nonNegative ? fromRoot(value) : value, range);
    }
    sums[path] = sum;
    total += sum;
  }
  const centre = total / PATHS;
  const stretch = 1 + 1 / Math.max(1, errors.periods / horizon);
  const limits: Range = { ...range, low: range.low * open, high: range.high * open };
  sums.sort();
  return Float64Array.from(levels, (level) =>
    attainable(centre + stretch * (sortedQuantile(sums, level) - centre), limits),
  );
}

/** Rows whose path reaches the last step; all, where those are too few. */
function startingRows({ rows, origins, horizon }: PathErrors): number[] {
  const all = Array.from({ length: origins }, (_, row) => row);
  const whole = all.filter((row) => !Number.isNaN(rows[(row + 1) * horizon - 1]));
  return whole.length < FEWEST_WHOLE ? all : whole;
}
