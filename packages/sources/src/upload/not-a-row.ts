import { type ErrorKind, uploadErrors } from '@shelfcast/domain';

/** How reports begin the row that adds up the others, or that says how many there were. */
const TOTALS = /^(grand |sub ?|report )?totals?\b|^summary\b|^records? found\b|^sum:?$|^gesamt\b|^summe\b/i;

const FIGURE = /^[\s\d.,$€£¥()+-]*$/;

/**
 * Rows of a report that are none of its table: the header once more (on every printed page), and totals. A total names
 * itself in the row's first filled cell and leaves most others empty; a product called “Total Care” fills its row.
 */
export function notARow(fields: readonly string[], columns: readonly string[]): ErrorKind | undefined {
  let at = 0;
  while (fields[at] === '') at++;
  if (at >= fields.length) return undefined;
  const first = fields[at].trim();
  if (first === columns[at] && fields.every((cell, i) => cell.trim() === (columns[i] ?? '')))
    return uploadErrors.repeated_header;
  if (isDigit(first.charCodeAt(0)) || !TOTALS.test(first)) return undefined;
  const filled = fields.reduce((n, cell) => (cell === '' ? n : n + 1), 0);
  if (filled * 2 <= columns.length + 1) return uploadErrors.totals_row;
  // Of a narrow table it fills more than half: with figures, and with nothing where the date or the product would be.
  return filled < columns.length && fields.every((cell, i) => i === at || FIGURE.test(cell))
    ? uploadErrors.totals_row
    : undefined;
}

/** Most rows begin with a date or a number, which is neither: told apart before a regular expression has to. */
const isDigit = (code: number) => code >= 0x30 && code <= 0x39;
