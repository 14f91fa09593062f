import type { DateOrder } from '@shelfcast/domain';

const YEAR_LAST = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(?:2001|01)\b/;

/** How a spreadsheet writes dates, by what it made of DATE_CHECK; undefined where it left it as it was. */
export function orderOfDateCheck(cell: string | undefined): DateOrder | undefined {
  const parts = YEAR_LAST.exec((cell ?? '').trim());
  if (!parts) return undefined;
  if (Number(parts[1]) === 3 && Number(parts[2]) === 2) return 'dmy';
  return Number(parts[1]) === 2 && Number(parts[2]) === 3 ? 'mdy' : undefined;
}
