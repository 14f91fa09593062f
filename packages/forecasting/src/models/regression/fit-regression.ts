import type { SeriesInput } from '../../contract.ts';
import { gram } from '../../kernels/least-squares/least-squares.ts';
import { type Shrunk, shrink } from '../../kernels/least-squares/least-squares-evidence.ts';
import { columnsOf } from './columns-of.ts';
import type { Design } from './design.ts';
import type { ErrorFamily, ErrorProcess } from './error-process.ts';
import { continued, type FilteredColumns, filteredBy } from './filtered-columns.ts';
import { jacobian, likeShift, possibleShifts, toScale } from './log-scale.ts';
import { promisingKinds } from './screened.ts';

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
  /** What the columns say of each period, on the scale, less the centre. */
  readonly explained: Float64Array;
  readonly columns: FilteredColumns;
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
 * all scales share one pass through the columns, which also shows what kinds of columns tell nothing. `warm`, a fit to a shorter
 * history, gives scale and kinds, constants so near that turns end with the constants, and where it can the products of columns
 * that it has been through.
 */
export function fitRegression(
  series: SeriesInput,
  observed: Uint8Array,
  whole: Design,
  family: ErrorFamily,
  warm?: RegressionFit,
): RegressionFit | undefined {
  const { values, season } = series;
  const again = warm && continued(series, observed, whole, warm.columns);
  const begun = again
    ? fittedTo(again, warm.regression.strengths)
    : start(series, observed, whole, family, warm);
  if (begun === undefined) return undefined;
  let { columns, shrunk } = begun;
  let remains = remainder(columns, shrunk, values);
  const errors = family.search(remains.left, season, warm?.regression.errors ?? columns.process);
  if (warm === undefined) {
    columns = filteredBy(errors, columns, observed);
    const next = fittedTo(columns, shrunk.strengths);
    if (next === undefined) return undefined;
    shrunk = next.shrunk;
    remains = remainder(columns, shrunk, values);
  }
  const { shift, centre } = columns;
  return { regression: { ...shrunk, shift, centre, errors }, ...remains, columns };
}

interface Fitted {
  readonly columns: FilteredColumns;
  readonly shrunk: Shrunk;
}

function fittedTo(columns: FilteredColumns, strengths: Float64Array): Fitted | undefined {
  const { design, products, used } = columns;
  const shrunk = shrink(
    products,
    design.width + 1,
    design.width,
    used,
    design.prior,
    strengths,
    STRENGTH_STEPS,
  );
  return shrunk && { columns, shrunk };
}

/** The first pass: the kinds of columns that tell something, and the scale, with the coefficients there. */
function start(
  { values, season, known }: SeriesInput,
  observed: Uint8Array,
  whole: Design,
  family: ErrorFamily,
  warm: RegressionFit | undefined,
): Fitted | undefined {
  const possible = possibleShifts(values);
  const shifts = warm ? likeShift(possible, warm.regression.shift) : possible;
  const every = whole.width + shifts.length;
  const rows = whole.rows(known, 0, values.length, every);
  const centres = shifts.map((shift, k) => scaleInto(rows, every, whole.width + k, values, observed, shift));
  const process = warm?.regression.errors ?? family.first(season, values.length);
  const filtered = new Float64Array(rows.length);
  const used = process.filter(rows, every, observed, filtered);
  const strengths = warm?.regression.strengths ?? whole.strengths;
  const kinds = promisingKinds(whole, shifts.length, filtered, used, strengths);
  const { design, left } = whole.only((kind) => kinds[kind]);
  const width = design.width + shifts.length;
  const kept = Int32Array.of(...left, ...shifts.map((_, k) => whole.width + k));
  const products = new Float64Array(width * width);
  gram(columnsOf(filtered, used, every, kept), used, width, products);
  const [best] = shifts
    .flatMap((shift, k) => {
      const found = shrink(products, width, design.width + k, used, design.prior, strengths, STRENGTH_STEPS);
      return found ? [{ k, shrunk: found, criterion: found.criterion + jacobian(values, shift) }] : [];
    })
    .sort((a, b) => a.criterion - b.criterion);
  if (best === undefined) return undefined;
  const places = Int32Array.of(...left, whole.width + best.k);
  const columns = {
    design,
    names: whole.names,
    shift: shifts[best.k],
    centre: centres[best.k],
    rows: columnsOf(rows, values.length, every, places),
    periods: values.length,
    compiled: values.length,
    process,
    products,
    used,
    states: undefined,
  };
  return { columns, shrunk: best.shrunk };
}

/** What the columns say of each period, and what they leave. */
function remainder(
  { design, rows }: FilteredColumns,
  { coefficients }: Shrunk,
  values: Float64Array,
): Pick<RegressionFit, 'left' | 'explained'> {
  const width = design.width + 1;
  const explained = new Float64Array(values.length);
  const left = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) {
    const row = t * width;
    let sum = 0;
    for (let j = 0; j < design.width; j++) sum += rows[row + j] * coefficients[j];
    explained[t] = sum;
    left[t] = Number.isNaN(values[t]) ? Number.NaN : rows[row + design.width] - sum;
  }
  return { left, explained };
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
