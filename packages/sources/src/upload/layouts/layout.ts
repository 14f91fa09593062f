import type {
  ColumnMapping,
  DateOrder,
  Day,
  Fact,
  PlannedRow,
  RejectedRow,
  SaleLine,
  SkippedRow,
  TotalsRow,
  UploadKind,
} from '@shelfcast/domain';
import type { SummedColumns } from '../read-totals.ts';

/** Where a layout puts what it reads. Every row goes to exactly one of the five. */
export interface RowSink {
  readonly lines: SaleLine[];
  readonly planned: PlannedRow[];
  readonly facts: Fact[];
  readonly skipped: SkippedRow[];
  readonly rejected: RejectedRow[];
  /** Beside the skipped rows of totals: what they state. */
  readonly totals: TotalsRow[];
}

/** What the rows are read against. */
export interface ReadingContext {
  /** The columns that the fields of a row stand for, in order. */
  readonly columns: readonly string[];
  readonly dateOrder: DateOrder;
  readonly comma: 'groups' | 'decimal';
  /** Hour at which a business day ends, 0 to 12; without it the till's own custom. */
  readonly dayEndsAt?: number;
  /** Whether each row stands for itself, and takes nothing from those before it. */
  readonly rowsAlone?: boolean;
  /** The day the import started: sales after the next day are implausible. */
  readonly today: Day;
}

export type ReadRow = (row: number, fields: string[], sink: RowSink) => void;

/** A layout that fits a file: which of its columns are needed, and how a row is read. */
export interface Layout {
  /** What the rows hold; sales where it is not said. */
  readonly kind?: UploadKind;
  readonly name: string;
  readonly mapping: ColumnMapping;
  readonly columnsUsed: readonly string[];
  /** Columns that hold what a sale is made of, where `columnsUsed` are more: never taken for personal ones. */
  readonly columnsNeeded?: readonly string[];
  /** Columns whose sums rows of totals state. */
  readonly summed?: SummedColumns;
  readonly dateColumn: string;
  /** Of a file that has several: the order of day and month is inferred over all of them. */
  readonly dateColumns?: readonly string[];
  /** Whether a row takes something from the rows before it, so that reading can't begin in the middle. */
  readonly rowsDepend?: boolean;
  reader(context: ReadingContext): ReadRow;
}
