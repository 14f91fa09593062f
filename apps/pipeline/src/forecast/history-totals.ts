import type { Frequency } from '@shelfcast/domain';

/** Periods that lead to the same days a year before: whole weeks, so that Mondays meet Mondays. */
const YEAR: Readonly<Record<Frequency, number>> = { D: 364, W: 52, M: 12 };

/** The sum of what was observed in the last horizon; null where history is shorter, or nothing was observed. */
export function totalLastHorizon(history: Float64Array, horizon: number): number | null {
  return sumObserved(history, history.length - horizon, horizon);
}

/** The sum of what was observed in the same periods a year before the horizon; null where not all of them are history. */
export function totalLastYear(history: Float64Array, horizon: number, frequency: Frequency): number | null {
  return horizon > YEAR[frequency] ? null : sumObserved(history, history.length - YEAR[frequency], horizon);
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
