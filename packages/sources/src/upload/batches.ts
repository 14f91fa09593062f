import { type SaleBatch, ShelfcastError, type TotalsRow, uploadErrors } from '@shelfcast/domain';
import type { KeepCells } from './corrections/kept-cells.ts';
import type { ReadRow, RowSink } from './layouts/layout.ts';
import { rejectedRow } from './layouts/reject.ts';
import { notARow } from './not-a-row.ts';
import type { PersonalColumns } from './privacy/personal-columns.ts';
import type { RowPiece, Table, TableRows } from './table.ts';

export interface ReadingOptions {
  readonly after: number;
  readonly batchRows: number;
  readonly keep: KeepCells;
  readonly readTotals: (row: number, fields: readonly string[]) => TotalsRow | undefined;
  readonly personal: PersonalColumns;
  /** Whether cells are stored that no meaning was found for: those about people are emptied then. */
  readonly storesOthers: boolean;
}

/** Reads pieces of a table into batches of `batchRows` rows. Throws `upload.header_only` for a table without rows. */
export async function* readBatches(
  table: Table,
  rows: TableRows,
  readRow: ReadRow,
  options: ReadingOptions,
): AsyncGenerator<SaleBatch> {
  const width = rows.columns.length;
  let batch = emptySink();
  let batchSize = 0;
  let rowsRead = options.after;
  // Where the first piece of a resumed reading begins is not known; it is told as read.
  let pieceFrom = options.after === 0 ? 0 : undefined;
  for await (const piece of rows.pieces) {
    const bytesUpTo = progressWithin(piece, pieceFrom ?? piece.bytesRead, table.fileBytes);
    pieceFrom = piece.bytesRead;
    // A row of each piece: what is about people may begin late in a file.
    options.personal.look(piece.rows.slice(0, 1));
    const people = options.storesOthers ? options.personal.places(rows.columns) : [];
    for (let i = 0; i < piece.rows.length; i++) {
      const place = piece.firstRow + i;
      const row = piece.numbers?.[i] ?? place;
      const fields = piece.rows[i];
      if (place <= options.after) {
        // Only for what later rows take from it; an earlier reading has accounted for it.
        if (!piece.faults?.has(i) && isRead(fields, rows.columns)) readRow(row, fields, emptySink());
        continue;
      }
      const { length: rejectedBefore } = batch.rejected;
      const fault = piece.faults?.get(i);
      const other = fault ? undefined : notARow(fields, rows.columns);
      if (fault) batch.rejected.push(rejectedRow(row, '', fields[0], fault));
      else if (other) {
        batch.skipped.push({ row, cause: other.code });
        const totals = other === uploadErrors.totals_row && options.readTotals(row, fields);
        if (totals) batch.totals.push(totals);
      } else if (isBlank(fields)) batch.skipped.push({ row, cause: uploadErrors.blank_row.code });
      else if (fields.length !== width && !onlyEmptyBeyond(fields, width))
        batch.rejected.push(
          rejectedRow(row, '', `${fields.length} fields, not ${width}`, uploadErrors.wrong_column_count),
        );
      else {
        for (const at of people) fields[at] = '';
        readRow(row, fields, batch);
      }
      if (batch.rejected.length > rejectedBefore && !fault)
        batch.rejected[rejectedBefore] = { ...batch.rejected[rejectedBefore], cells: options.keep(fields) };
      rowsRead = place;
      if (++batchSize === options.batchRows) {
        yield { ...batch, rowsRead, bytesRead: bytesUpTo(i) };
        batch = emptySink();
        batchSize = 0;
      }
    }
  }
  if (batchSize > 0) yield { ...batch, rowsRead, bytesRead: table.fileBytes };
  if (rowsRead === 0)
    throw new ShelfcastError(uploadErrors.header_only, {
      detail: 'The file has a header and no rows below it.',
      remedy: 'Export it again over a span of days with sales.',
      where: { file: table.fileName, row: 1 },
    });
}

/** Bytes of the file that are behind row i of a piece. The whole file is only told with its last batch. */
function progressWithin({ rows, bytesRead }: RowPiece, from: number, fileBytes: number) {
  const bytesARow = (bytesRead - from) / rows.length;
  return (i: number) => Math.max(0, Math.min(Math.floor(from + (i + 1) * bytesARow), fileBytes - 1));
}

const emptySink = (): RowSink => ({
  lines: [],
  planned: [],
  facts: [],
  skipped: [],
  rejected: [],
  totals: [],
});

/** Whether a row is one of the table, whole: of any other nothing is taken, at the first reading or at a later one. */
export const isRead = (fields: readonly string[], columns: readonly string[]): boolean =>
  !notARow(fields, columns) &&
  !isBlank(fields) &&
  (fields.length === columns.length || onlyEmptyBeyond(fields, columns.length));

function isBlank(fields: readonly string[]): boolean {
  for (const field of fields) if (field !== '' && field.trim() !== '') return false;
  return true;
}

/** Spreadsheets end rows in surplus separators. */
function onlyEmptyBeyond(fields: readonly string[], width: number): boolean {
  for (let i = width; i < fields.length; i++) if (fields[i] !== '') return false;
  return fields.length > width;
}
