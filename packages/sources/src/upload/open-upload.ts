import {
  type DateOrder,
  type FileReading,
  type OpenUpload,
  ShelfcastError,
  type UploadOptions,
  uploadErrors,
} from '@shelfcast/domain';
import { readBatches } from './batches.ts';
import { cellsOf } from './corrections/cells-of.ts';
import { cellKeeper } from './corrections/kept-cells.ts';
import { type Correction, openCorrection } from './corrections/open-correction.ts';
import type { Layout, ReadRow } from './layouts/layout.ts';
import { recognise } from './layouts/recognise.ts';
import { SAMPLE_ROWS } from './limits.ts';
import { openTable } from './open-table.ts';
import { withoutEmail, withoutPersonal } from './privacy/patterns.ts';
import { PersonalColumns } from './privacy/personal-columns.ts';
import { totalsReader } from './read-totals.ts';
import type { Table } from './table.ts';
import { inferDateOrder } from './values/read-day.ts';
import { withinLocations } from './within-locations.ts';

/** Enough for a progress bar to move, and for a transaction to be worth its commit. */
const BATCH_ROWS = 50_000;

/**
 * Opens a file of sales, or of what else a forecast needs, and recognises its layout. Throws a ShelfcastError of the area
 * `upload` where the whole file cannot be used; what is wrong with single rows stands in the batches.
 */
export async function openUpload(path: string, options: UploadOptions): Promise<OpenUpload> {
  const file = await openTable(path, options.fileName, options.mapping?.sheet);
  const correction = await openCorrection(file, options.correctedImport);
  const { table, layout } = correction ?? recognise(file, options.mapping ?? null);
  const dateColumns = layout.dateColumns ?? [layout.dateColumn];
  const sample = await table.sample(SAMPLE_ROWS);
  const found = dateOrderOf(table, sample, dateColumns, options, correction);
  const dateOrder = found === 'either' ? 'mdy' : found;
  const mapping = correction ? correction.original.mapping : options.mapping;
  const batchRows = options.batchRows ?? BATCH_ROWS;
  const { columns: columnsRead } = table.read(layout.columnsUsed, 0);
  const comma = table.delimiter === ',' || table.delimiter === '' ? 'groups' : 'decimal';
  const needed = new Set(neededColumns(layout));
  const personal = new PersonalColumns(table.columns, needed);
  personal.look(sample);
  const kept = (column: string) => !personal.has(column);
  const reading: FileReading = correction?.original.reading ?? {
    columns: file.columns,
    kept: columnsRead.filter(kept),
    delimiter: table.delimiter,
    dateOrder: found,
  };
  const keep = cellKeeper(
    columnsRead,
    reading.kept,
    { columns: dateColumns, order: dateOrder },
    // A code must come back as it was; what only stands beside it needn't.
    (column, cell) => (needed.has(column) ? withoutEmail(cell) : kept(column) ? withoutPersonal(cell) : ''),
  );
  const readerOf = (columns: readonly string[]): ReadRow =>
    layout.reader({
      columns,
      dateOrder,
      comma,
      dayEndsAt: mapping?.dayEndsAt,
      rowsAlone: correction !== undefined,
      today: options.today,
    });
  return {
    kind: layout.kind ?? 'sales',
    layout: layout.name,
    columns: file.columns,
    personalColumns: file.columns.filter((column) => personal.has(column)),
    get personal() {
      return personal.among(file.columns);
    },
    summed: layout.summed ?? {},
    mapping: { ...layout.mapping, dateOrder },
    reading,
    correctionOf: correction?.original.importId ?? null,
    fileBytes: table.fileBytes,
    read(after = 0) {
      // A row that inherits from the ones before it can't be read without them.
      const from = layout.rowsDepend ? 0 : after;
      const rows = table.read(layout.columnsUsed, from);
      const readRow = readerOf(rows.columns);
      const batches = readBatches(table, rows, readRow, {
        after,
        batchRows,
        keep,
        readTotals: totalsReader(rows.columns, layout.summed ?? {}, dateOrder, comma),
        personal,
        storesOthers: layout.kind !== undefined && layout.kind !== 'sales',
      });
      return withinLocations(batches, table.fileName);
    },
    cellsOf(wanted) {
      const rows = table.read(layout.columnsUsed, 0);
      return cellsOf(rows, wanted, keep, layout.rowsDepend ? readerOf(rows.columns) : undefined);
    },
  };
}

/** Columns that hold what is read, whatever they look like. */
function neededColumns({ mapping, columnsNeeded, columnsUsed }: Layout): readonly string[] {
  return mapping.columns ? Object.values(mapping.columns) : (columnsNeeded ?? columnsUsed);
}

/** As it was said, as a correction's spreadsheet or its original has it, or as the dates themselves tell. */
function dateOrderOf(
  table: Table,
  sample: readonly string[][],
  dateColumns: readonly string[],
  { mapping }: UploadOptions,
  correction: Correction | undefined,
): FileReading['dateOrder'] {
  const said = mapping?.dateOrder ?? correction?.dateOrder;
  if (said) return said;
  const original = correction?.original.reading.dateOrder ?? 'either';
  if (original !== 'either') return original;
  const places = dateColumns.map((name) => table.columns.indexOf(name)).filter((at) => at >= 0);
  const order: DateOrder | 'either' | undefined = inferDateOrder(
    sample.flatMap((row) => places.map((at) => row[at] ?? '')),
  );
  if (order) return order;
  const [dateColumn] = dateColumns;
  throw new ShelfcastError(uploadErrors.ambiguous_dates, {
    detail: `Every date of the first rows in “${dateColumn}” can be read day first and month first.`,
    remedy:
      'Say which it is (date_order of the mapping, or npm start’s --date-order: dmy or mdy), or export dates as YYYY-MM-DD.',
    where: { file: table.fileName, row: 1, field: dateColumn },
  });
}
