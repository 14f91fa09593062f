import type { SeriesInput } from '../../contract.ts';

/** A covariate as the regression takes it: centred, in units of its own size, kept near what was seen of it. */
export interface KnownColumn {
  readonly name: string;
  /** Among the columns given. */
  readonly index: number;
  readonly mean: number;
  readonly scale: number;
  readonly low: number;
  readonly high: number;
  /** Share of periods in which it is away from rest. */
  readonly activity: number;
}

/** Values ahead count as at most this far beyond what was seen, in widths of it: an effect is never drawn out further. */
const EXTRAPOLATION = 0.5;

/** The time of a fit grows with the square of the columns; calendars and a shop's own come to some thirty. */
const MOST_COLUMNS = 64;

/**
 * Describes the columns that varied where values were observed, the first 64 of them; of the others no effect can be known, and none is
 * assumed.
 *
 * The size of a column is √(Σd⁴/Σd²), d its deviations from the mean: the typical size of those that weigh. A dummy that is
 * rarely 1 has size 1, one that is 1 half the time ½, a normal column √3 standard deviations. In these units effects of
 * columns are alike before the data, however rare they are, while in units of standard deviations a feast that comes once a
 * year would be given a prior twenty times as wide as a promotion's.
 */
export function knownColumns(known: SeriesInput['known'], observed: Uint8Array): KnownColumn[] {
  const described: KnownColumn[] = [];
  for (const [index, column] of (known?.columns ?? []).entries()) {
    if (described.length === MOST_COLUMNS) break;
    let count = 0;
    let zeros = 0;
    let sum = 0;
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (let t = 0; t < observed.length; t++) {
      const value = column[t];
      if (observed[t] === 0 || !Number.isFinite(value)) continue;
      count++;
      // Most of a calendar: they are looked at once.
      if (value === 0) {
        zeros++;
        continue;
      }
      sum += value;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    if (zeros > 0) {
      low = Math.min(low, 0);
      high = Math.max(high, 0);
    }
    if (!(high > low)) continue;
    const mean = sum / count;
    // Powers of shares of the width can't run over.
    const width = high - low;
    let squares = zeros * (mean / width) ** 2;
    let fourths = zeros * (mean / width) ** 4;
    for (let t = 0; t < observed.length; t++) {
      if (observed[t] === 0 || column[t] === 0 || !Number.isFinite(column[t])) continue;
      const square = ((column[t] - mean) / width) ** 2;
      squares += square;
      fourths += square * square;
    }
    const scale = width * Math.sqrt(fourths / squares);
    if (!(scale > 0 && Number.isFinite(scale))) continue;
    described.push({
      name: known?.names[index] ?? `column ${index}`,
      index,
      mean,
      scale,
      low: low - EXTRAPOLATION * width,
      high: high + EXTRAPOLATION * width,
      // One over the kurtosis: for a rare dummy the share of periods in which it is 1.
      activity: squares ** 2 / (fourths * count),
    });
  }
  return described;
}

/** A value in the regression's units; 0, the column's mean, where it is not known. */
export function inUnits(value: number | undefined, { mean, scale, low, high }: KnownColumn): number {
  if (value === undefined || Number.isNaN(value)) return 0;
  return (Math.min(high, Math.max(low, value)) - mean) / scale;
}
