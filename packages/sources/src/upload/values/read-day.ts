import { type DateOrder, type Day, dayFrom } from '@shelfcast/domain';
import { monthNamed } from './month-names.ts';
import { rememberingLast } from './remember.ts';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/s;
/** `2026-09-03T` or `2026-09-03 `: whatever stands behind it, the day is this. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}[T ]/;
/** `16-Dec-2023 02:44 AM EST`, `16. Dezember 2023` */
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th)?[-. ]{1,2}(\p{L}{3,12})\.?[-, ]{1,2}(\d{4}|\d{2})(?:[T, ].*)?$/u;
/** `Dec 16, 2023 2:44 PM` */
const MONTH_NAME_DAY = /^(\p{L}{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:[T, ].*)?$/u;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T, ].*)?$/;

/**
 * Reads the day of a date or a moment as it is written: the till's own business day, so a time and an
 * offset behind it are not applied. Undefined where there is no such day.
 */
export function readDay(text: string, order: DateOrder): Day | undefined {
  const bare = text.trim();
  const first = YEAR_FIRST.exec(bare);
  if (first) {
    if (first[2] === '' && (first[3].length !== 2 || first[4].length !== 2)) return undefined;
    return dayFrom(Number(first[1]), Number(first[3]), Number(first[4]));
  }
  const last = YEAR_LAST.exec(bare);
  if (!last) return readNamedMonth(bare);
  // Points are written day first wherever they are written (DIN 5008, and most of Europe).
  const dayFirst = last[2] === '.' || order === 'dmy';
  const year = fullYear(last[4]);
  const [one, two] = [Number(last[1]), Number(last[3])];
  return dayFirst ? dayFrom(year, two, one) : dayFrom(year, one, two);
}

function readNamedMonth(text: string): Day | undefined {
  const dayFirst = DAY_MONTH_NAME.exec(text);
  if (dayFirst) return namedDay(dayFirst[3], dayFirst[2], dayFirst[1]);
  const monthFirst = MONTH_NAME_DAY.exec(text);
  return monthFirst ? namedDay(monthFirst[3], monthFirst[1], monthFirst[2]) : undefined;
}

function namedDay(year: string, name: string, day: string): Day | undefined {
  const month = monthNamed(name);
  return month === undefined ? undefined : dayFrom(fullYear(year), month, Number(day));
}

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));

/**
 * A reader that remembers the last text, and the date that it began with: files come sorted by day more often than not, and
 * every sale has a time of its own.
 */
export function dayReader(order: DateOrder): (text: string) => Day | undefined {
  let lastDate: string | undefined;
  let lastDay: Day | undefined;
  return rememberingLast((text) => {
    if (lastDate !== undefined && text.startsWith(lastDate)) return lastDay;
    lastDate = ISO_DATE.exec(text)?.[0];
    lastDay = readDay(text, order);
    return lastDay;
  });
}

/**
 * Tells day from month over a sample: a first number above 12 is a day, a second one likewise. `either`
 * where no date is written with the year last, undefined where the sample leaves it open.
 */
export function inferDateOrder(dates: Iterable<string>): DateOrder | 'either' | undefined {
  let seen = false;
  for (const date of dates) {
    const parts = YEAR_LAST.exec(date.trim());
    if (!parts || parts[2] === '.') continue;
    seen = true;
    if (Number(parts[1]) > 12) return 'dmy';
    if (Number(parts[3]) > 12) return 'mdy';
  }
  return seen ? undefined : 'either';
}
