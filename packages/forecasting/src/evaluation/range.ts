import { fromRoot, toRoot } from '../kernels/root-scale.ts';

/** What forecasts of a series may be: a range, and the step that its values come in. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Whole number of these in every value where the series is slow (packs of 6: 6); 0 where it isn't. */
  readonly unit: number;
  readonly nonNegative: boolean;
}

/** A slow item: even its largest recent value is a small number of units, so that "2.4 units" can't happen. */
const SLOW_UNITS = 40;
/** Values looked at for the unit: enough to meet every pack size. */
const UNIT_VALUES = 400;
/** Values that differ from a multiple by less than this share of the largest are that multiple. */
const UNIT_TOLERANCE = 1e-7;

/**
 * Range from a history: no forecast goes above the largest value ever observed by more than the history's own spread
 * (max − min, or max |y| where that is larger): for sales, twice the record. Below likewise, or 0.
 */
export function rangeOf(values: Float64Array, nonNegative: boolean, end = values.length): Range {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < end; t++) {
    const value = values[t];
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max < min) return { low: 0, high: 0, unit: 0, nonNegative };
  const spread = Math.max(max - min, nonNegative ? Math.abs(max) : 0);
  return {
    low: nonNegative ? 0 : min - spread,
    high: nonNegative ? Math.max(0, max + spread) : max + spread,
    unit: nonNegative && min >= 0 ? unitOf(values, end, max) : 0,
    nonNegative,
  };
}

/** Greatest common measure of the recent values by Euclid's algorithm; 0 where none is at least a 40th of the largest. */
function unitOf(values: Float64Array, end: number, max: number): number {
  const smallest = max / SLOW_UNITS;
  const tolerance = max * UNIT_TOLERANCE;
  let unit = 0;
  for (let t = Math.max(0, end - UNIT_VALUES); t < end; t++) {
    const value = values[t];
    if (!(value > tolerance) || value === unit) continue;
    let larger = Math.max(value, unit);
    let smaller = Math.min(value, unit);
    while (smaller > tolerance) [larger, smaller] = [smaller, larger % smaller];
    unit = larger;
    if (unit < smallest) return 0;
  }
  return unit;
}

export function clamp(value: number, { low, high }: Pick<Range, 'low' | 'high'>): number {
  return value < low ? low : value > high ? high : value;
}

/** The nearest value that the series can take: clamped, and a whole number of units where it is slow. */
export function attainable(value: number, range: Range): number {
  const clamped = clamp(value, range);
  return range.unit > 0 ? Math.round(clamped / range.unit) * range.unit : clamped;
}

/** Sales on the root scale; values that may be negative as they are, because shifting those must change nothing. */
export function onScale(value: number, { nonNegative }: Pick<Range, 'nonNegative'>): number {
  return nonNegative ? toRoot(value) : value;
}

export function offScale(value: number, { nonNegative }: Pick<Range, 'nonNegative'>): number {
  return nonNegative ? fromRoot(value) : value;
}
