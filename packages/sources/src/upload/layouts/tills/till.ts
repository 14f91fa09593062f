import type { ErrorKind } from '@shelfcast/domain';

/** Plain names (no case, no signs) that a column goes by, the likeliest first. */
export type Names = readonly string[];

/** Reads one cell of a row by a plain column name: '' where the file has no such column. Trimmed. */
export type CellReader = (name: string) => (fields: readonly string[]) => string;

/** What a row is: goods sold, goods taken back, or nothing that a forecast is made from, with the reason. */
export type RowKind = 'sale' | 'return' | ErrorKind;

/** Columns of a till's export by what they mean. The first name that the file has is used. */
export interface TillColumns {
  readonly order: Names;
  /** The line's own id, where the export has one. */
  readonly line?: Names;
  /** Columns of the product's code; where the first is empty in a row the next is read. */
  readonly product: readonly Names[];
  readonly productName?: Names;
  /** Where it is missing or empty, `elsewhere` is the location. */
  readonly location?: Names;
  readonly date: Names;
  /** The time of day, where it stands apart from the date. */
  readonly time?: Names;
  readonly units: Names;
  /** What the unit column says: `kg`, `lb`; `each` where there is none. */
  readonly unit?: Names;
  /** Money of the line, discounts taken off, as the till has it; or price, discount and quantity below. */
  readonly revenue?: Names;
  readonly price?: Names;
  /** Of the whole line, as a positive number. */
  readonly discount?: Names;
  readonly currency?: Names;
}

/** An export that a till or a shop makes, as data. */
export interface Till {
  readonly name: string;
  /** Plain header names that no other export has together. */
  readonly signature: readonly string[];
  readonly columns: TillColumns;
  /** The location of rows that name none. */
  readonly elsewhere: string;
  /** Columns that only the first row of an order fills; later rows of the order inherit them. */
  readonly onceAnOrder?: Names;
  /** Whether a row without a quantity is one piece. */
  readonly pieceARow?: boolean;
  /** Hour at which a business day ends where the till's own day does not end at midnight. */
  readonly dayEndsAt?: number;
  /** Looks the cells up once, and then judges row by row. */
  judge(cell: CellReader): (fields: readonly string[]) => RowKind;
}
