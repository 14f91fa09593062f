import { type DateOrder, formatDay } from '@shelfcast/domain';
import { readDay } from '../values/read-day.ts';

const DATE = /^\s*\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/;

/** A date with its year first, so that no spreadsheet takes its day for its month; what is no date stays as it is. */
export function dateInFull(cell: string, order: DateOrder): string {
  const written = DATE.exec(cell)?.[0];
  const day = written === undefined ? undefined : readDay(written, order);
  return day === undefined ? cell : formatDay(day) + cell.slice(written!.length);
}
