import type { DateOrder } from '@shelfcast/domain';
import { dateInFull } from './date-in-full.ts';
import { placesOf } from './places-of.ts';

/** Bytes of a kept row: a row of any till's file is below 2 KB, a product's description in HTML is not worth its room. */
const MAX_KEPT_BYTES = 8_192;

/** What of a rejected row is kept for its correction: null where it can't be kept whole. */
export type KeepCells = (fields: readonly string[]) => string[] | null;

/**
 * Keeps the columns `kept` of rejected rows of `columns`. Of a row that was cut into more fields than the header has names, what
 * stands from the first column on that is not kept may have slipped out of it and is left blank; one with fewer may have
 * slipped the other way, and is kept only where all columns are.
 *
 * @param mask takes what is about a person out of a cell, by the cell's column
 */
export function cellKeeper(
  columns: readonly string[],
  kept: readonly string[],
  dates: { readonly columns: readonly string[]; readonly order: DateOrder },
  mask: (column: string, cell: string) => string,
): KeepCells {
  const places = placesOf(kept, columns);
  const known = new Set(places);
  const firstLeftOut = columns.findIndex((_, at) => !known.has(at));
  const width = columns.length;
  return (fields) => {
    const slipped =
      firstLeftOut >= 0 && (fields.length < width || fields.slice(width).some((cell) => cell !== ''));
    const safe = !slipped ? width : fields.length > width ? firstLeftOut : 0;
    if (safe === 0) return null;
    const cells = places.map((at, i) => {
      if (at < 0 || at >= safe) return '';
      const cell = storable(fields[at] ?? '');
      return dates.columns.includes(kept[i]) ? dateInFull(cell, dates.order) : mask(kept[i], cell);
    });
    return Buffer.byteLength(JSON.stringify(cells)) > MAX_KEPT_BYTES ? null : cells;
  };
}

/** Without what no database takes: zero characters and halves of a surrogate pair. */
const storable = (cell: string) => cell.replaceAll('\0', '').toWellFormed();
