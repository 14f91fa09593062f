import type { ColumnMapping } from './column-mapping.ts';
import type { CorrectedImport, FileReading } from './correction.ts';
import type { Day } from './day.ts';
import type { Fact, UploadKind } from './fact.ts';
import type { RejectedRow, SaleLine } from './sale-line.ts';
import type { PersonalColumn } from './upload-survey.ts';

/** A row that is understood and holds nothing to load, with the code of the reason. */
export interface SkippedRow {
  readonly row: number;
  readonly cause: string;
}

/** What a row of totals states, of a day or (null) of rows above it. Decimal text; null where it states no such sum. */
export interface TotalsRow {
  readonly row: number;
  readonly day: Day | null;
  readonly units: string | null;
  readonly revenue: string | null;
}

/** What is known of a product at a location on a day before anything was sold: a planned price or promotion. */
export interface PlannedRow {
  readonly row: number;
  readonly product: string;
  readonly productName: string | null;
  readonly location: string;
  readonly day: Day;
  readonly drivers: Readonly<Record<string, number>>;
}

/** Rows of a file, each in exactly one of the five lists. */
export interface SaleBatch {
  readonly lines: SaleLine[];
  readonly planned: PlannedRow[];
  /** Of a file that holds no sales: what its rows say. */
  readonly facts: Fact[];
  readonly skipped: SkippedRow[];
  readonly rejected: RejectedRow[];
  /** What skipped rows of totals state. */
  readonly totals: TotalsRow[];
  /** How many rows were read: hand it to `read` to go on from here. */
  readonly rowsRead: number;
  /** Bytes of the file read so far, for progress. */
  readonly bytesRead: number;
}

export interface UploadOptions {
  /** The name the file was uploaded under, for messages; `path` may be a blob's. */
  readonly fileName: string;
  readonly mapping?: ColumnMapping | null;
  /** The day the import started: what lies after the next day is implausible. */
  readonly today: Day;
  /** Rows in a batch. */
  readonly batchRows?: number;
  /**
   * The import whose rejected rows a file brings back corrected. Throws `upload.nothing_to_correct` where there is none.
   * Without it such a file is read as any other.
   */
  readonly correctedImport?: (importId: number) => Promise<CorrectedImport>;
}

/** A file that is understood and can be read. */
export interface OpenUpload {
  readonly kind: UploadKind;
  readonly layout: string;
  readonly columns: readonly string[];
  /** Columns about people: never stored. */
  readonly personalColumns: readonly string[];
  /** Why each of them is taken for one. While rows are read, more may be found: by what a sample of them holds. */
  readonly personal: readonly PersonalColumn[];
  /** Columns whose sums rows of totals state. */
  readonly summed: { readonly units?: string; readonly revenue?: string };
  readonly mapping: ColumnMapping;
  readonly reading: FileReading;
  /** The import whose rejected rows these are, corrected; null for a file of its own. Rows are numbered as in that import. */
  readonly correctionOf: number | null;
  readonly fileBytes: number;
  /** Batches of the rows after row `after` (0 = all of them). */
  read(after?: number): AsyncIterable<SaleBatch>;
  /** What is kept of these rows for their correction, by another reading up to the last of them. */
  cellsOf(
    wanted: ReadonlySet<number>,
  ): AsyncIterable<{ readonly row: number; readonly cells: readonly string[] }>;
}

/** How a sales file is opened. Throws a ShelfcastError of the area `upload` where the whole file cannot be used. */
export type UploadOpener = (path: string, options: UploadOptions) => Promise<OpenUpload>;
