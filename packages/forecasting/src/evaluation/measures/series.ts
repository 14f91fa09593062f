/**
 * All measures take many series as flat arrays: series i is [offsets[i], offsets[i + 1]) of `actual` and of `forecast`, and give one
 * number a series. Offsets of 0 and the length make one series of all: the measure pooled over everything.
 */
export function bySeries(
  offsets: Uint32Array,
  measure: (from: number, to: number, series: number) => number,
): Float64Array {
  return Float64Array.from({ length: offsets.length - 1 }, (_, i) => measure(offsets[i], offsets[i + 1], i));
}

/** Histories, one after the other: series i is values[offsets[i], offsets[i + 1]), oldest value first, NaN = not observed. */
export interface Histories {
  readonly values: Float64Array;
  readonly offsets: Uint32Array;
}
