import type { SeriesInput } from '../../contract.ts';
import { addGram, gram } from '../../kernels/least-squares/least-squares.ts';
import type { ColumnStates } from '../../kernels/least-squares/least-squares-filter.ts';
import type { Design } from './design.ts';
import type { ErrorProcess } from './error-process.ts';
import { possibleShifts, type Shift, toScale } from './log-scale.ts';

/**
 * A design over a history, its last column the values on their scale less their centre; and the products of all columns' innovations
 * under one process of the errors.
 */
export interface FilteredColumns {
  readonly design: Design;
  /** Names of the design before it was screened, by which a longer history's is known to be the same. */
  readonly names: readonly string[];
  readonly shift: Shift;
  readonly centre: number;
  readonly rows: Float64Array;
  readonly periods: number;
  /** Periods of the history that the design was compiled from. */
  readonly compiled: number;
  readonly process: ErrorProcess;
  readonly products: Float64Array;
  /** Rows that went into the products. */
  readonly used: number;
  /** Where the columns are after the last period; undefined where the process can't go on from there. */
  readonly states: ColumnStates | undefined;
}

/** A history this much longer is described anew: its columns' means and sizes, its scale, and which of them tell anything. */
const MOST_GROWTH = 1.25;

/** Puts columns through a process. */
export function filteredBy(
  process: ErrorProcess,
  columns: Omit<FilteredColumns, 'process' | 'products' | 'used' | 'states'>,
  observed: Uint8Array,
): FilteredColumns {
  const width = columns.design.width + 1;
  const states = process.columnStates?.(width);
  const into = new Float64Array(columns.rows.length);
  const used = process.filter(columns.rows, width, observed, into, states);
  const products = new Float64Array(width * width);
  gram(into, used, width, products);
  return { ...columns, process, products, used, states };
}

/**
 * The same columns with what a longer history adds to them: new rows are filtered, and their products added. Nothing that was seen
 * is gone through again. Undefined where the history has grown too much for that, shows columns that had never moved before, or
 * has values that the scale doesn't know.
 */
export function continued(
  { values, known }: SeriesInput,
  observed: Uint8Array,
  whole: Design,
  earlier: FilteredColumns,
): FilteredColumns | undefined {
  const { design, names, shift, periods, states, process } = earlier;
  if (states === undefined || values.length < periods) return undefined;
  if (values.length > MOST_GROWTH * earlier.compiled) return undefined;
  if (names.length !== whole.names.length || names.some((name, i) => name !== whole.names[i]))
    return undefined;
  if (
    !possibleShifts(values).some(
      (possible) =>
        Number.isFinite(possible) === Number.isFinite(shift) && (possible === 0) === (shift === 0),
    )
  )
    return undefined;
  const width = design.width + 1;
  const fresh = design.rows(known, periods, values.length, width);
  const seen = observed.subarray(periods);
  for (let t = 0; t < seen.length; t++) {
    if (seen[t] === 0) continue;
    const scaled = toScale(values[periods + t], shift) - earlier.centre;
    if (!Number.isFinite(scaled)) return undefined;
    fresh[t * width + design.width] = scaled;
  }
  const rows = new Float64Array(values.length * width);
  rows.set(earlier.rows);
  rows.set(fresh, earlier.rows.length);
  const reached = {
    ...states,
    level: states.level.slice(),
    fading: states.fading.slice(),
    seasons: states.seasons.slice(),
  };
  const products = earlier.products.slice();
  const innovations = new Float64Array(fresh.length);
  const added = process.filter(fresh, width, seen, innovations, reached);
  addGram(innovations, added, width, products);
  return {
    ...earlier,
    rows,
    periods: values.length,
    products,
    used: earlier.used + added,
    states: reached,
  };
}
