import type { ErrorKind } from '@shelfcast/domain';

/** A file seen as rows of text under named columns, whatever its format. */
export interface Table {
  readonly format: 'csv' | 'csv.gz' | 'csv.zip' | 'xlsx' | 'jsonl' | 'parquet';
  readonly fileName: string;
  readonly fileBytes: number;
  readonly columns: readonly string[];
  /** What separates fields, where the format has such a thing: decides how `1,5` is read. */
  readonly delimiter: string;
  /** Of a workbook: the names of its visible sheets. */
  readonly sheets?: readonly string[];
  /** The first rows below the header, all columns. */
  sample(rows: number): Promise<string[][]>;
  /**
   * Rows after row `after` (0 = all). `select` names the columns that are needed; the answer says which
   * ones the fields stand for, in order, as a format that is stored by row hands out all of them.
   */
  read(select: readonly string[], after: number): TableRows;
}

export interface TableRows {
  readonly columns: readonly string[];
  readonly pieces: AsyncIterable<RowPiece>;
}

export interface RowPiece {
  /** Number of the first row in `rows`; 1 = the first after the header. */
  readonly firstRow: number;
  readonly rows: string[][];
  /** The rows' numbers, where they are not counted from `firstRow` on: as they stood in another file. */
  readonly numbers?: readonly number[];
  /** Rows that could not be cut into fields, by their index in `rows`: one field holds what stood there. */
  readonly faults?: ReadonlyMap<number, ErrorKind>;
  /** Bytes of the file read so far, for progress. */
  readonly bytesRead: number;
}
