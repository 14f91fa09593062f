import type { Day } from './day.ts';

/** One line of a till's file, understood but not yet in the ledger. Codes are the retailer's own. */
export interface SaleLine {
  /** Line number in the file, 1 = the first line after the header. */
  readonly row: number;
  /** The order or receipt it stands on; null where the file has none (daily totals a product). */
  readonly order: string | null;
  /** The line's own id or number within the order; null where the file has none. */
  readonly line: string | null;
  readonly product: string;
  readonly productName: string | null;
  readonly location: string;
  readonly soldOn: Day;
  /** Day of the return where this line takes goods back; null for a sale. */
  readonly returnedOn: Day | null;
  /** Units of `unit`; negative where goods come back. */
  readonly units: number;
  /** `each`, or a unit of weight or volume (`kg`, `lb`, `l`). */
  readonly unit: string;
  /** Decimal text in `currency`, exact to the penny; null where the file has no money. */
  readonly revenue: string | null;
  readonly currency: string | null;
  /** Known drivers that stand beside the sale (price, promotion), by name. */
  readonly drivers: Readonly<Record<string, number>> | null;
  /** True where the row says the location was closed that day: a calendar entry, never a zero. */
  readonly closed: boolean;
}

/** A row that was not loaded: which, why, and what would make it loadable. */
export interface RejectedRow {
  /** As in SaleLine; negative: the n-th row of a correction that names no row it corrects. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  /** An error code of the catalogue, `upload.invalid_date`. */
  readonly cause: string;
  readonly remedy: string;
  /** What stood in it, by `FileReading.kept`: for its correction. Null or absent where it can't be kept whole. */
  readonly cells?: readonly string[] | null;
}
