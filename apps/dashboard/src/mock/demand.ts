import { dayOf, instantOf } from '../format/periods.ts';

/** The last day that is known, and how much history stands before it. */
export const ORIGIN = '2026-11-21';
export const HISTORY_DAYS = 730;
export const HORIZON = 28;
export const FIRST_AHEAD = dayOf(instantOf(ORIGIN) + 86_400_000);
export const HISTORY_FROM = dayOf(instantOf(FIRST_AHEAD) - HISTORY_DAYS * 86_400_000);

const weekly = [0.75, 0.7, 0.78, 0.86, 0.98, 1.3, 1.63]; // Sunday first; Saturday is the shop's day

export interface Demand {
  readonly seed: number;
  readonly level: number;
  readonly festive: number;
  /** Weekday on which the location is closed; 0 = Sunday. */
  readonly closedOn: number | null;
  /** Change of level a year. */
  readonly growth: number;
}

const weekdayOf = (instant: number) => new Date(instant).getUTCDay();

/** Closed on the weekly day, on Christmas Day and on New Year's Day. */
export function isClosed(demand: Demand, instant: number): boolean {
  const date = new Date(instant);
  const holiday =
    (date.getUTCMonth() === 11 && date.getUTCDate() === 25) ||
    (date.getUTCMonth() === 0 && date.getUTCDate() === 1);
  return holiday || (demand.closedOn !== null && weekdayOf(instant) === demand.closedOn);
}

/** What sells on a day on average: level, growth, week, and the weeks before Christmas. */
export function expected(demand: Demand, instant: number): number {
  if (isClosed(demand, instant)) return 0;
  const years = (instant - instantOf(ORIGIN)) / (365.25 * 86_400_000);
  const date = new Date(instant);
  const toChristmas = (Date.UTC(date.getUTCFullYear(), 11, 23) - instant) / 86_400_000;
  const season =
    toChristmas >= 0 && toChristmas < 75 ? 1 + demand.festive * (1 - toChristmas / 75) ** 1.3 : 1;
  return demand.level * weekly[weekdayOf(instant)]! * season * (1 + demand.growth * years);
}
