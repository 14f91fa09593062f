import {
  type DateOrder,
  type OpenUpload,
  ShelfcastError,
  type UploadOptions,
  uploadErrors,
} from '@shelfcast/domain';
import { readBatches } from './batches.ts';
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
  const { table, layout } = recognise(file, options.mapping ?? null);
  const dateOrder = options.mapping?.dateOrder ?? (await dateOrderOf(table, layout.dateColumn));
  const batchRows = options.batchRows ?? BATCH_ROWS;
  return {
    kind: 'sales',
    layout: layout.name,
    columns: file.columns,
    personalColumns: file.columns.filter(isPersonalColumn),
    mapping: { ...layout.mapping, dateOrder },
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
        dayEndsAt: options.mapping?.dayEndsAt,
        today: options.today,
      });
      return readBatches(table, rows, readRow, { after, batchRows });
    },
  };
}

async function dateOrderOf(table: Table, dateColumn: string): Promise<DateOrder> {
  const at = table.columns.indexOf(dateColumn);
  const sample = await table.sample(SAMPLE_ROWS);
  const order = inferDateOrder(sample.map((row) => row[at] ?? ''));
  if (order === 'either') return 'mdy';
  if (order) return order;
  throw new ShelfcastError(uploadErrors.ambiguous_dates, {
    detail: `Every date of the first rows in “${dateColumn}” can be read day first and month first.`,
    remedy:
      'Say which it is (date_order of the mapping, or npm start’s --date-order: dmy or mdy), or export dates as YYYY-MM-DD.',
    where: { file: table.fileName, row: 1, field: dateColumn },
  });
}
