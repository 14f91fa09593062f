import type { Frequency } from '@shelfcast/domain';

/** Periods that lead to the same days a year before: whole weeks, so that Mondays meet Mondays. */
const YEAR: Readonly<Record<Frequency, number>> = { D: 364, W: 52, M: 12 };

/** The sum of what was observed in the last horizon; null where history is shorter, or nothing was observed. */
export function totalLastHorizon(history: Float64Array, horizon: number): number | null {
  return sumObserved(history, history.length - horizon, horizon);
}

/**
 * Open periods may differ by this share before two sums stop being the same question: a shop that was closed over
 * Christmas sold little, and "three times last year" would say nothing about what sells.
 */
const COMPARABLE = 0.2;

/**
 * The sum of what was observed in the same periods a year before the horizon. Null where not all of them are history, or
 * where the shop was open in far fewer or far more of them than it will be. `closed`: horizon, 1 = closed.
 */
export function totalLastYear(
  history: Float64Array,
  closed: Uint8Array,
  frequency: Frequency,
): number | null {
  const horizon = closed.length;
  const from = history.length - YEAR[frequency];
  if (horizon > YEAR[frequency] || from < 0) return null;
  const open = horizon - closed.reduce((count, isClosed) => count + isClosed, 0);
  const wasOpen = history.subarray(from, from + horizon).filter((units) => !Number.isNaN(units)).length;
  if (Math.abs(wasOpen - open) > COMPARABLE * open) return null;
  return sumObserved(history, from, horizon);
}

function sumObserved(history: Float64Array, from: number, count: number): number | null {
  if (from < 0) return null;
  let sum = 0;
  let observed = 0;
  for (let i = from; i < from + count; i++) {
    if (Number.isNaN(history[i])) continue;
    sum += history[i];
    observed += 1;
  }
  return observed > 0 ? sum : null;
}
