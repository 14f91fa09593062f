import type { ColumnMapping, DateOrder } from './column-mapping.ts';

/** How a file was read: enough to read some of its rows again where they come back in another file. */
export interface FileReading {
  /** The file's columns, those about people included, as its header names them. */
  readonly columns: readonly string[];
  /** The columns that a rejected row is kept with: of the rows as they were read, without those about people. */
  readonly kept: readonly string[];
  /** What separated its fields; '' where its format has no such thing. */
  readonly delimiter: string;
  /** `either`: no date of the file was written with the year last. */
  readonly dateOrder: DateOrder | 'either';
}

/** An import some of whose rows were rejected, as far as a file that corrects them must know it. */
export interface CorrectedImport {
  readonly importId: number;
  readonly reading: FileReading;
  readonly mapping: ColumnMapping | null;
  /** Numbers of its rejected rows: only these can be corrected. */
  readonly rejectedRows: ReadonlySet<number>;
}

/**
 * Columns that a download of rejected rows has beside the file's own, by which it is known when it comes back. The first two
 * say which row of which import a row is; the last holds the same day in every row, so that the look a spreadsheet gave it
 * tells how that spreadsheet writes dates.
 */
export const CORRECTION_COLUMNS = {
  importId: 'shelfcast_import',
  row: 'shelfcast_row',
  field: 'shelfcast_field',
  problem: 'shelfcast_problem',
  remedy: 'shelfcast_remedy',
  dateCheck: 'shelfcast_date_check',
} as const;

/** The third of February 2001: day, month and year can be told apart however it is written. */
export const DATE_CHECK = '2001-02-03';
