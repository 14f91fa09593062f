import { type DateOrder, type Day, dayFrom } from '@shelfcast/domain';

const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/;
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
  if (!last) return undefined;
  // Points are written day first wherever they are written (DIN 5008, and most of Europe).
  const dayFirst = last[2] === '.' || order === 'dmy';
  const year = last[4].length === 2 ? 2000 + Number(last[4]) : Number(last[4]);
  const [one, two] = [Number(last[1]), Number(last[3])];
  return dayFirst ? dayFrom(year, two, one) : dayFrom(year, one, two);
}

/** A reader that remembers the last text: files come sorted by date more often than not. */
export function dayReader(order: DateOrder): (text: string) => Day | undefined {
  let lastText = '';
  let lastDay: Day | undefined;
  return (text) => {
    if (text !== lastText) {
      lastDay = readDay(text, order);
      lastText = text;
    }
    return lastDay;
  };
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
