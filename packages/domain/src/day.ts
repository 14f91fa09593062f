/**
 * A calendar day as a whole number of days since 1970-01-01, without time zone: a till's business day.
 * Integers sort, subtract and pack into typed arrays; ISO text appears only at the edges.
 */
export type Day = number;

const MILLISECONDS_A_DAY = 86_400_000;
/** 0001-01-01 and 9999-12-31: what ISO 8601's four-digit years can write. */
const FIRST_DAY: Day = -719_162;
const LAST_DAY: Day = 2_932_896;

/** Reads `YYYY-MM-DD`. Returns undefined where the text is no real day (2023-02-29, 2023-13-01). */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return undefined;
  return dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

/** The day of a year, month (1–12) and day of month (1–31), or undefined where no such day exists. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1 || year > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return undefined;
  return Math.round(date.getTime() / MILLISECONDS_A_DAY);
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY)
    throw new RangeError(`No such day: ${day}.`);
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** Day of the week, Monday = 0 … Sunday = 6 (ISO 8601's order). */
export function weekday(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}
