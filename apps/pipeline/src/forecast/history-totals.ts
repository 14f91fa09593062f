import type { Frequency } from '@shelfcast/domain';

/** Periods that lead to the same days a year before: whole weeks, so that Mondays meet Mondays. */
const YEAR: Readonly<Record<Frequency, number>> = { D: 364, W: 52, M: 12 };

/**
 * Observed periods may differ by this share from open ones ahead before two sums stop being the same question: a shop that
 * was closed over Christmas sold little, as did a product that was out of stock, and "three times last year" would say nothing
 * about what sells.
 */
const COMPARABLE = 0.2;

/**
 * The sum of what was observed in the last horizon. Null where not all of it is history, or where far fewer or far more
 * periods of it were observed than will be open. `closed`: horizon, 1 = closed.
 */
export function totalLastHorizon(history: Float64Array, closed: Uint8Array): number | null {
  return sumComparable(history, history.length - closed.length, closed);
}

/** The same for the same periods a year before the horizon. */
export function totalLastYear(
  history: Float64Array,
  closed: Uint8Array,
  frequency: Frequency,
): number | null {
  if (closed.length > YEAR[frequency]) return null;
  return sumComparable(history, history.length - YEAR[frequency], closed);
}

function sumComparable(history: Float64Array, from: number, closed: Uint8Array): number | null {
  if (from < 0) return null;
  const open = closed.reduce((count, isClosed) => count + (isClosed ? 0 : 1), 0);
  const observed = history.subarray(from, from + closed.length).filter((units) => !Number.isNaN(units));
  if (observed.length === 0 || Math.abs(observed.length - open) > COMPARABLE * open) return null;
  return observed.reduce((sum, units) => sum + units, 0);
}
