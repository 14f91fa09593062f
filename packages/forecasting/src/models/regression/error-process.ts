/**
 * A linear innovations process at given constants, which the errors of a regression follow. Its states are numbers of its
 * own, zero where a series begins: what the errors start from is among the regression's columns.
 */
export interface ErrorProcess {
  readonly constants: Readonly<Record<string, number>>;
  /** Innovations of whole columns, as of `filterColumns`: periods not observed are dropped; returns the rows left. */
  filter(rows: Float64Array, width: number, observed: Uint8Array, into: Float64Array): number;
  start(): Float64Array;
  /** Takes errors[from, to) in, NaN where not observed; returns the sum of squared innovations, and writes them. */
  run(
    errors: Float64Array,
    from: number,
    to: number,
    state: Float64Array,
    innovations?: Float64Array,
  ): number;
  /** Adds the means of the errors of the periods from `origin` on to each of `means`. */
  addForecast(state: Float64Array, origin: number, means: Float64Array): void;
  /** What an innovation of 1 still adds 1, 2, … horizon − 1 periods later. */
  echoes(horizon: number): Float64Array;
}

/** A kind of error process whose constants are found from errors. */
export interface ErrorFamily {
  /** Where a search begins. */
  first(season: number, periods: number): ErrorProcess;
  /** The process that makes the errors' innovations smallest, searched for from another one of this family. */
  search(errors: Float64Array, season: number, from: ErrorProcess): ErrorProcess;
}
