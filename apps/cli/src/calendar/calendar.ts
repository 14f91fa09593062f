import { type Day, dayFrom } from '@shelfcast/domain';

export type Frequency = 'D' | 'W' | 'M';

/** Turns days into whole-numbered periods, one after the other without a gap, and back. */
export interface Calendar {
  readonly frequency: Frequency;
  /** Weeks only: the day number modulo 7 on which a week begins. */
  readonly weekStart: number;
}

/** The usual season of each frequency: a week of days, a year of weeks, a year of months. */
export const usualSeason: Readonly<Record<Frequency, number>> = { D: 7, W: 52, M: 12 };

/** Longer seasons beside it, where a history holds two of them: a year of days, leap years included. */
export const usualLongSeasons: Readonly<Record<Frequency, readonly number[]>> = { D: [365.25], W: [], M: [] };

export const periodName: Readonly<Record<Frequency, readonly [one: string, many: string]>> = {
  D: ['day', 'days'],
  W: ['week', 'weeks'],
  M: ['month', 'months'],
};

/** The period a day lies in. */
export function periodOf({ frequency, weekStart }: Calendar, day: Day): number {
  if (frequency === 'D') return day;
  if (frequency === 'W') return Math.floor((day - weekStart) / 7);
  const date = new Date(day * 86_400_000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The same in SQL, for a column of day numbers. */
export function periodSql({ frequency, weekStart }: Calendar, day: string): string {
  if (frequency === 'D') return day;
  if (frequency === 'W') return `CAST(floor((${day} - ${weekStart}) / 7.0) AS INTEGER)`;
  const date = `(DATE '1970-01-01' + ${day})`;
  return `CAST(year(${date}) * 12 + month(${date}) - 1 AS INTEGER)`;
}

/** The first day of a period: what stands in the column `date` of the result. */
export function firstDayOf({ frequency, weekStart }: Calendar, period: number): Day {
  if (frequency === 'D') return period;
  if (frequency === 'W') return period * 7 + weekStart;
  // Past the year 9999 no date can be written; such files are refused before (see date-range.ts).
  return dayFrom(Math.floor(period / 12), (period % 12) + 1, 1) ?? Number.NaN;
}

/** How many days a period has. */
export function daysIn(calendar: Calendar, period: number): number {
  return firstDayOf(calendar, period + 1) - firstDayOf(calendar, period);
}
