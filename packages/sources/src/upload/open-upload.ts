import {
  type DateOrder,
  type FileReading,
  type OpenUpload,
  ShelfcastError,
  type UploadOptions,
  uploadErrors,
} from '@shelfcast/domain';
import { readBatches } from './batches.ts';
import { cellKeeper } from './corrections/kept-cells.ts';
import { type Correction, openCorrection } from './corrections/open-correction.ts';
import type { ReadRow } from './layouts/layout.ts';
import { recognise } from './layouts/recognise.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { openTable } from './open-table.ts';
import { isPersonalColumn } from './personal.ts';
import type { Table } from './table.ts';
import { inferDateOrder } from './values/read-day.ts';

/** Enough for a progress bar to move, and for a transaction to be worth its commit. */
const BATCH_ROWS = 50_000;

/**
 * Opens a sales file and recognises its layout. Throws a ShelfcastError of the area `upload` where the whole
 * file cannot be used; what is wrong with single rows stands in the batches.
 */
export async function openUpload(path: string, options: UploadOptions): Promise<OpenUpload> {
  const file = await openTable(path, options.fileName, options.mapping?.sheet);
  const correction = await openCorrection(file, options.correctedImport);
  const { table, layout } = correction ?? recognise(file, options.mapping ?? null);
  const found = await dateOrderOf(table, layout.dateColumn, options, correction);
  const dateOrder = found === 'either' ? 'mdy' : found;
  const mapping = correction ? correction.original.mapping : options.mapping;
  const batchRows = options.batchRows ?? BATCH_ROWS;
  const { columns: columnsRead } = table.read(layout.columnsUsed, 0);
  const reading: FileReading = correction?.original.reading ?? {
    columns: file.columns,
    kept: columnsRead.filter((column) => !isPersonalColumn(column)),
    delimiter: table.delimiter,
    dateOrder: found,
  };
  const keep = cellKeeper(
    columnsRead,
    reading.kept,
    { column: layout.dateColumn, order: dateOrder },
    (_, cell) => cell,
  );
  return {
    kind: 'sales',
    layout: layout.name,
    columns: file.columns,
    personalColumns: file.columns.filter(isPersonalColumn),
    mapping: { ...layout.mapping, dateOrder },
    reading,
    correctionOf: correction?.original.importId ?? null,
    fileBytes: table.fileBytes,
    read(after = 0) {
      // A row that inherits from the ones before it can't be read without them.
      const from = layout.rowsDepend ? 0 : after;
      const rows = table.read(layout.columnsUsed, from);
      const comma = table.delimiter === ',' || table.delimiter === '' ? 'groups' : 'decimal';
      const readRow: ReadRow = layout.reader({
        columns: rows.columns,
        dateOrder,
        comma,
        dayEndsAt: mapping?.dayEndsAt,
        rowsAlone: correction !== undefined,
        today: options.today,
      });
      return readBatches(table, rows, readRow, { after, batchRows, keep });
    },
  };
}

/** As it was said, as a correction's spreadsheet or its original has it, or as the dates themselves tell. */
async function dateOrderOf(
  table: Table,
  dateColumn: string,
  { mapping }: UploadOptions,
  correction: Correction | undefined,
): Promise<FileReading['dateOrder']> {
  const said = mapping?.dateOrder ?? correction?.dateOrder;
  if (said) return said;
  const original = correction?.original.reading.dateOrder ?? 'either';
  if (original !== 'either') return original;
  const at = table.columns.indexOf(dateColumn);
  const sample = await table.sample(SAMPLE_ROWS);
  const order: DateOrder | 'either' | undefined = inferDateOrder(sample.map((row) => row[at] ?? ''));
  if (order) return order;
  throw new ShelfcastError(uploadErrors.ambiguous_dates, {
    detail: `Every date of the first rows in “${dateColumn}” can be read day first and month first.`,
    remedy:
      'Say which it is (date_order of the mapping, or npm start’s --date-order: dmy or mdy), or export dates as YYYY-MM-DD.',
    where: { file: table.fileName, row: 1, field: dateColumn },
  });
}
