import type { SeriesInput } from '../../contract.ts';
import { gram } from '../../kernels/least-squares/least-squares.ts';
import { type Shrunk, shrink } from '../../kernels/least-squares/least-squares-evidence.ts';
import type { Design } from './design.ts';
import type { ErrorFamily, ErrorProcess } from './error-process.ts';
import { jacobian, likeShift, possibleShifts, toScale } from './log-scale.ts';

/** A regression at its best: coefficients on the scale that was chosen, and the process that its errors follow. */
export interface Regression extends Shrunk {
  /** Of the scale log(y + shift); infinite for values as they are. */
  readonly shift: number;
  /** Mean of the scaled values, which the coefficients' sum is added to. */
  readonly centre: number;
  readonly errors: ErrorProcess;
}

/** A regression and what it leaves of the values that it was fitted to. */
export interface RegressionFit {
  readonly regression: Regression;
  /** On the scale, NaN where not observed: the errors of the process, before it explains any. */
  readonly left: Float64Array;
}

/** Fixed-point steps for the strengths of the priors before the next pass through the columns. */
const STRENGTH_STEPS = 3;

/**
 * Fits y on its scale to the columns of a design with errors that follow a process. At given constants of the process the
 * innovations are linear in the coefficients, and those are found by shrunk least squares over filtered columns; at given
 * coefficients the constants are found by passes through one series. The two take turns (Sargan 1964; Oberhofer &
 * Kmenta 1974 for the convergence of such turns): coefficients, constants, coefficients.
 *
 * The scale is the one with the largest marginal likelihood of y at the first constants (Box & Cox 1964, section 3), and
 * all scales share one pass through the columns. `warm`, a regression on a shorter history, gives its scale, and constants so
 * near that turns end with the constants, after one pass.
 */
export function fitRegression(
  { values, season, known }: SeriesInput,
  observed: Uint8Array,
  design: Design,
  family: ErrorFamily,
  warm?: Regression,
): RegressionFit | undefined {
  const possible = possibleShifts(values);
  const shifts = warm ? likeShift(possible, warm.shift) : possible;
  const width = design.width + shifts.length;
  const rows = design.rows(known, 0, values.length, width);
  const centres = shifts.map((shift, k) => scaleInto(rows, width, design.width + k, values, observed, shift));
  const filtered = new Float64Array(rows.length);
  const products = new Float64Array(width * width);
  let errors = warm?.errors ?? family.first(season, values.length);
  let used = 0;
  const pass = (): void => {
    used = errors.filter(rows, width, observed, filtered);
    gram(filtered, used, width, products);
  };
  const coefficientsOf = (k: number, strengths: Float64Array): Shrunk | undefined =>
    shrink(products, width, design.width + k, used, design.prior, strengths, STRENGTH_STEPS);

  pass();
  let chosen = -1;
  let shrunk: Shrunk | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < shifts.length; k++) {
    const candidate = coefficientsOf(k, warm?.strengths ?? design.strengths);
    if (candidate === undefined) continue;
    const criterion = candidate.criterion + jacobian(values, shifts[k]);
    if (criterion < smallest) {
      smallest = criterion;
      chosen = k;
      shrunk = candidate;
    }
  }
  if (shrunk === undefined) return undefined;
  const unexplained = ({ coefficients }: Shrunk): Float64Array =>
    values.map((value, t) => {
      if (Number.isNaN(value)) return value;
      let error = rows[t * width + design.width + chosen];
      for (let j = 0; j < design.width; j++) error -= rows[t * width + j] * coefficients[j];
      return error;
    });

  let left = unexplained(shrunk);
  errors = family.search(left, season, errors);
  if (warm === undefined) {
    pass();
    shrunk = coefficientsOf(chosen, shrunk.strengths);
    if (shrunk === undefined) return undefined;
    left = unexplained(shrunk);
  }
  return { regression: { ...shrunk, shift: shifts[chosen], centre: centres[chosen], errors }, left };
}

/** Writes the scaled values, less their mean, into a column of the rows; returns the mean. */
function scaleInto(
  rows: Float64Array,
  width: number,
  column: number,
  values: Float64Array,
  observed: Uint8Array,
  shift: number,
): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < values.length; t++) {
    if (observed[t] === 0) continue;
    const scaled = toScale(values[t], shift);
    rows[t * width + column] = scaled;
    sum += scaled;
    count++;
  }
  const mean = sum / count;
  for (let t = 0; t < values.length; t++) if (observed[t]) rows[t * width + column] -= mean;
  return mean;
}
