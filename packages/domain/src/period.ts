import { type Day, dayFrom } from './day.ts';

/** How long a period is: a day, an ISO 8601 week (Monday first), a calendar month. */
export type Frequency = 'D' | 'W' | 'M';

/** A period as a whole number, one more than the period before it: periods subtract, and index arrays. */
export type Period = number;

/** The period a day falls into. Weeks and months count from the ones that hold 1970-01-01. */
export function periodOf(day: Day, frequency: Frequency): Period {
  if (frequency === 'D') return day;
  // 1970-01-01 was a Thursday, three days after its week's Monday.
  if (frequency === 'W') return Math.floor((day + 3) / 7);
  const date = new Date(day * 86_400_000);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** The first day of a period. */
export function periodStart(period: Period, frequency: Frequency): Day {
  if (frequency === 'D') return period;
  if (frequency === 'W') return period * 7 - 3;
  const year = 1970 + Math.floor(period / 12);
  const start = dayFrom(year, period - (year - 1970) * 12 + 1, 1);
  if (start === undefined) throw new RangeError(`No such month: ${period}.`);
  return start;
}

/** The last day of a period. */
export function periodEnd(period: Period, frequency: Frequency): Day {
  return periodStart(period + 1, frequency) - 1;
}
