import {
  CORRECTION_COLUMNS,
  type CorrectedImport,
  type ErrorKind,
  ShelfcastError,
  type UploadOptions,
  unguardText,
  uploadErrors,
} from '@shelfcast/domain';
import { firstRows } from '../first-rows.ts';
import { plainName } from '../layouts/find-column.ts';
import { type Recognised, recognise } from '../layouts/recognise.ts';
import type { RowPiece, Table } from '../table.ts';
import { orderOfDateCheck } from './date-check.ts';
import { placesOf } from './places-of.ts';

/** Rejected rows that came back: a table with the columns and row numbers of the file they stood in. */
export interface Correction extends Recognised {
  readonly original: CorrectedImport;
  /** How the spreadsheet that wrote the file writes dates, where it shows. */
  readonly dateOrder: 'dmy' | 'mdy' | undefined;
}

/**
 * Opens `file` as a correction where it is a download of rejected rows: read by the layout of the file that they stood in, under
 * the numbers they had there. Undefined where it is no such download. Throws `upload.nothing_to_correct`.
 */
export async function openCorrection(
  file: Table,
  correctedImport: UploadOptions['correctedImport'],
): Promise<Correction | undefined> {
  const names = file.columns.map(plainName);
  const at = (column: string) => names.indexOf(plainName(column));
  const own = { importId: at(CORRECTION_COLUMNS.importId), row: at(CORRECTION_COLUMNS.row) };
  if (!correctedImport || own.importId < 0 || own.row < 0) return undefined;
  const [first] = await file.sample(1);
  const importId = wholeNumber(first?.[own.importId]);
  if (importId === undefined) throw namesNoImport(file.fileName);
  const original = await correctedImport(importId);
  const { reading, mapping } = original;
  const separator = file.delimiter === ';' ? ';' : reading.delimiter;
  const { table: shape, layout } = recognise(
    { ...file, columns: reading.columns, delimiter: separator },
    mapping,
  );
  const sources = placesOf(shape.columns, file.columns);
  const pieces = (after: number) => asInOriginal(file, after, own, sources, original);
  return {
    original,
    layout,
    dateOrder: orderOfDateCheck(first[at(CORRECTION_COLUMNS.dateCheck)]),
    table: {
      ...file,
      columns: shape.columns,
      delimiter: separator,
      sample: (count) => firstRows(pieces(0), count),
      read: (_select, after) => ({ columns: shape.columns, pieces: pieces(after) }),
    },
  };
}

/** Rows in the shape of the original's, with its row numbers; a row that names none of its rejected rows is a fault. */
async function* asInOriginal(
  file: Table,
  after: number,
  own: { readonly importId: number; readonly row: number },
  sources: readonly number[],
  { importId, rejectedRows }: CorrectedImport,
): AsyncGenerator<RowPiece> {
  const seen = new Set<number>();
  // From the start, even after a pause: a row that stood in the file before is refused.
  for await (const piece of file.read(file.columns, 0).pieces) {
    const numbers: number[] = [];
    const faults = new Map<number, ErrorKind>(piece.faults);
    const rows = piece.rows.map((fields, i) => {
      const row = wholeNumber(fields[own.row]);
      const blank = fields.every((cell) => cell === '');
      const known =
        row !== undefined &&
        rejectedRows.has(row) &&
        !seen.has(row) &&
        wholeNumber(fields[own.importId]) === importId;
      numbers.push(known ? row : -(piece.firstRow + i));
      if (known) seen.add(row);
      else if (!blank && !faults.has(i)) {
        faults.set(i, uploadErrors.no_such_reject);
        return [fields[own.row] ?? ''];
      }
      return faults.has(i) ? fields : sources.map((source) => unguardText(fields[source] ?? ''));
    });
    const skip = Math.max(0, after + 1 - piece.firstRow);
    if (skip >= rows.length) continue;
    yield {
      firstRow: piece.firstRow + skip,
      rows: rows.slice(skip),
      numbers: numbers.slice(skip),
      faults: new Map([...faults].filter(([i]) => i >= skip).map(([i, fault]) => [i - skip, fault])),
      bytesRead: piece.bytesRead,
    };
  }
}

/** `12`, and what a spreadsheet makes of it (`12.0`, `'12`). */
function wholeNumber(text: string | undefined): number | undefined {
  const digits = /^'?(\d{1,15})(?:[.,]0+)?$/.exec((text ?? '').trim());
  return digits ? Number(digits[1]) : undefined;
}

function namesNoImport(fileName: string): ShelfcastError {
  return new ShelfcastError(uploadErrors.nothing_to_correct, {
    detail: `The first row has no number in “${CORRECTION_COLUMNS.importId}”.`,
    remedy:
      'Leave the columns that begin with shelfcast_ as they were downloaded, or remove them all: then it is a file of its own.',
    where: { file: fileName, row: 1, field: CORRECTION_COLUMNS.importId },
  });
}
