import type { ColumnStates } from '../../kernels/least-squares/least-squares-filter.ts';

/**
 * A linear innovations process at given constants, which the errors of a regression follow. What the errors start from is
 * among the regression's columns or diffuse.
 */
export interface ErrorProcess {
  readonly constants: Readonly<Record<string, number>>;
  /**
   * Innovations of columns (periods × width, row-major; 0 where not observed): periods that were not observed, or that
   * only served to find the states, are dropped. Returns the rows left, which come first in `into`. `states`, where the process
   * has any, say where the columns are before the first period, and then after the last one.
   */
  filter(
    rows: Float64Array,
    width: number,
    observed: Uint8Array,
    into: Float64Array,
    states?: ColumnStates,
  ): number;
  /** States in which so many columns begin; undefined where filtering can't be taken up again. */
  columnStates?(width: number): ColumnStates;
  /** Innovations of errors, NaN where an error was not observed. */
  innovations(errors: Float64Array): Float64Array;
  /** Means of the `horizon` errors after the first origins[r] ones, row-major; origins increase. One pass. */
  forecast(errors: Float64Array, origins: Int32Array, horizon: number): Float64Array;
  /** What an innovation of 1 still adds 1, 2, … horizon − 1 periods later. */
  echoes(horizon: number): Float64Array;
}

/** A kind of error process whose constants are found from errors. */
export interface ErrorFamily {
  /** Where a search begins. */
  first(season: number, periods: number): ErrorProcess;
  /** The process of this family that explains the errors best, searched for from an earlier one. */
  search(errors: Float64Array, season: number, from: ErrorProcess): ErrorProcess;
}
