import type { SeriesInput } from '../../contract.ts';
import { gram } from '../../kernels/least-squares.ts';
import { type Shrunk, shrink } from '../../kernels/least-squares-evidence.ts';
import type { Design } from './design.ts';
import type { ErrorFamily, ErrorProcess } from './error-process.ts';
import { jacobian, possibleShifts, toScale } from './log-scale.ts';

/** A regression at its best: coefficients on the scale that was chosen, and the process that its errors follow. */
export interface Regression extends Shrunk {
  /** Of the scale log(y + shift); infinite for values as they are. */
  readonly shift: number;
  /** Mean of the scaled values, which the coefficients' sum is added to. */
  readonly centre: number;
  readonly errors: ErrorProcess;
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
 * all scales share one pass through the columns. `warm`, a regression on a shorter history, gives scale and constants to start from.
 */
export function fitRegression(
  { values, season, known }: SeriesInput,
  observed: Uint8Array,
  observations: number,
  design: Design,
  family: ErrorFamily,
  warm?: Regression,
): Regression | undefined {
  const shifts = possibleShifts(values);
  const width = design.width + shifts.length;
  const rows = design.rows(known, 0, values.length, width);
  const centres = shifts.map((shift, k) => {
    const scaled = values.map((value) => toScale(value, shift));
    let sum = 0;
    for (let t = 0; t < scaled.length; t++) if (observed[t]) sum += scaled[t];
    const centre = sum / observations;
    for (let t = 0; t < scaled.length; t++)
      if (observed[t]) rows[t * width + design.width + k] = scaled[t] - centre;
    return centre;
  });
  const filtered = new Float64Array(rows.length);
  const products = new Float64Array(width * width);
  let errors = warm?.errors ?? family.first(season, values.length);
  let used = 0;
  const takeTurn = (): void => {
    used = errors.filter(rows, width, observed, filtered);
    gram(filtered, used, width, products);
  };
  const coefficientsOf = (k: number, strengths: Float64Array): Shrunk | undefined =>
    shrink(products, width, design.width + k, used, design.prior, strengths, STRENGTH_STEPS);

  takeTurn();
  let chosen = -1;
  let first: Shrunk | undefined;
  let smallest = Number.POSITIVE_INFINITY;
  for (let k = 0; k < shifts.length; k++) {
    const shrunk = coefficientsOf(k, warm?.strengths ?? design.strengths);
    if (shrunk === undefined) continue;
    const criterion = shrunk.criterion + jacobian(values, shifts[k]);
    if (criterion < smallest) {
      smallest = criterion;
      chosen = k;
      first = shrunk;
    }
  }
  if (first === undefined) return undefined;

  const left = new Float64Array(values.length).fill(Number.NaN);
  for (let t = 0; t < values.length; t++) {
    if (!observed[t]) continue;
    const row = t * width;
    let error = rows[row + design.width + chosen];
    for (let j = 0; j < design.width; j++) error -= rows[row + j] * first.coefficients[j];
    left[t] = error;
  }
  errors = family.search(left, season, errors);
  takeTurn();
  const last = coefficientsOf(chosen, first.strengths);
  return last && { ...last, shift: shifts[chosen], centre: centres[chosen], errors };
}
