import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { MAX_ROW_CHARACTERS } from './limits.ts';

/** A row that passes every bound: a file without line ends, or a quotation mark that swallows the rest. */
export function endlessRow(fileName: string, row?: number): ShelfcastError {
  return new ShelfcastError(uploadErrors.row_too_long, {
    detail: `${row === undefined ? 'A row' : `Row ${row}`} is longer than ${MAX_ROW_CHARACTERS.toLocaleString('en')} characters.`,
    remedy: 'Export the file again with one sale a line, and look for a quotation mark that is never closed.',
    where: { file: fileName, row },
  });
}
