import { readDay } from '../values/read-day.ts';

/** Rows looked at: tills put a title, a shop, a period and blank lines above the header, never a page of them. */
export const HEADER_SEARCH_ROWS = 60;

/**
 * Index of the row that names the columns. It is the first one, unless that is plainly a report's head (less than half as
 * wide as the table below): then the first row that is wide and holds no number and no date.
 */
export function findHeader(rows: readonly (readonly string[])[]): number {
  const width = medianWidth(rows);
  if (filled(rows[0] ?? []) * 2 > width || width < 2) return 0;
  for (let i = 1; i < rows.length; i++) {
    const names = rows[i].filter((cell) => cell.trim() !== '');
    if (names.length * 2 > width && names.length >= 2 && names.every(isName)) return i;
  }
  return 0;
}

const filled = (row: readonly string[]) => row.reduce((n, cell) => (cell.trim() === '' ? n : n + 1), 0);

/** Width of the table: of most rows, blank ones aside. */
function medianWidth(rows: readonly (readonly string[])[]): number {
  const widths = rows.map(filled).filter((width) => width > 0);
  widths.sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 0;
}

const isName = (cell: string) =>
  Number.isNaN(Number(cell.replaceAll(/[,$€£%]/g, ''))) && readDay(cell, 'mdy') === undefined;
