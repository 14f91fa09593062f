import { type Day, formatDay } from '@shelfcast/domain';
import { copyText } from '../../load/copy-text.ts';

/** A line of COPY's text format. */
export function line(...fields: readonly (string | number | boolean | null)[]): string {
  return `${fields.map((field) => (field === null ? '\\N' : copyText(String(field)))).join('\t')}\n`;
}

/** A day as a field. */
export function dayField(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}
