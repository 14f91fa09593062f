/** Fewer selling days than this say little about what is usual. */
const FEWEST_DAYS = 10;
/** A handful of pieces is a family's shopping, however rarely they sell. */
const FEWEST_UNITS = 10;
/** A promotion or a feast triples sales; five times the usual is another kind of day. */
const TIMES_USUAL = 5;
/** In standard deviations: eight is beyond any chance, also where sales come in lumps. */
const SPREADS = 8;
/** Makes the median absolute deviation a standard deviation (of a normal distribution: 1 ÷ Φ⁻¹(¾)). */
const MAD_TO_SPREAD = 1.4826;
/** What happens on more of the selling days than this is a habit. */
const MOST_OFTEN = 0.02;

export interface Outliers {
  /** Indices into the days. */
  readonly at: readonly number[];
  /** The median of the selling days. */
  readonly usual: number;
}

/**
 * Days many times the usual of their series: more than 10 units, over five times the median of the selling days, and over the
 * median by eight spreads, where the spread is the median absolute deviation or the square root of the median (Poisson), whichever
 * is larger. Median and MAD don't move with what they are to find. None where such days are frequent: then they are usual.
 *
 * `units[0 … length)` are the series' selling days; `scratch` is as long and is overwritten.
 */
export function findOutliers(
  units: Float64Array,
  length: number,
  scratch: Float64Array,
): Outliers | undefined {
  if (length < FEWEST_DAYS) return undefined;
  let most = 0;
  for (let i = 0; i < length; i++) most = Math.max(most, units[i]);
  if (most <= FEWEST_UNITS) return undefined;
  const sorted = scratch.subarray(0, length);
  sorted.set(units.subarray(0, length));
  const usual = medianOf(sorted);
  if (most <= TIMES_USUAL * usual) return undefined;
  for (let i = 0; i < length; i++) sorted[i] = Math.abs(units[i] - usual);
  const spread = Math.max(MAD_TO_SPREAD * medianOf(sorted), Math.sqrt(usual));
  const bound = Math.max(FEWEST_UNITS, TIMES_USUAL * usual, usual + SPREADS * spread);
  const at: number[] = [];
  for (let i = 0; i < length; i++) if (units[i] > bound) at.push(i);
  if (at.length === 0 || at.length > Math.max(1, MOST_OFTEN * length)) return undefined;
  return { at, usual };
}

/** Sorts `values`. */
export function medianOf(values: Float64Array): number {
  values.sort();
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}
