import type { UploadKind } from './fact.ts';

/** Whether `3/4/2025` is the third of April (dmy) or the fourth of March (mdy). */
export type DateOrder = 'dmy' | 'mdy';

/**
 * Which columns of a sales file mean what, by their names in the file. Several id columns make one code, joined by
 * `/`. What is left out is recognised by the names of the header; `null` says that the file has no such column.
 */
export interface ColumnMapping {
  /** What the file holds, where its header leaves that open or says it wrongly. */
  readonly kind?: UploadKind;
  readonly product?: readonly string[];
  readonly productName?: string | null;
  /** Without it every row belongs to one location, `all`. */
  readonly location?: readonly string[];
  readonly date?: string;
  readonly value?: string;
  readonly revenue?: string | null;
  readonly order?: string | null;
  readonly line?: string | null;
  /** Numeric columns that are known ahead, such as price and promotion. */
  readonly known?: readonly string[];
  /** A column that says the location was closed (1, true, yes). */
  readonly closed?: string | null;
  /** How dates such as 3/4/2025 are written; asked for where the file leaves it open. */
  readonly dateOrder?: DateOrder;
  /** Of a file without sales: which column means what, by the meanings of its kind (`on_hand`, `from`). */
  readonly columns?: Readonly<Record<string, string>>;
  /** The sheet of a workbook, where it has several. */
  readonly sheet?: string;
  /** Hour at which a business day ends, 0 (midnight) to 12: what is sold before it belongs to the day before. */
  readonly dayEndsAt?: number;
}
