import type { ErrorKind, Fact, UploadKind } from '@shelfcast/domain';
import type { ReadingContext } from '../layouts/layout.ts';
import type { Cells } from './cells.ts';

/** Plain column names by what they mean, the likeliest first. */
export type Meanings = Readonly<Record<string, readonly string[]>>;

/** Which column of a file means what, by their names in the file. */
export type Found = Readonly<Record<string, string>>;

/** Whether a file has a column of this meaning. */
export type Has = (meaning: string) => boolean;

/** Says what a row states; the reason where it rightly states nothing. Throws `Refused`. */
export type ReadFact = (row: number, fields: readonly string[]) => Fact | ErrorKind;

/** A kind of file without sales, as data. */
export interface FactKind {
  readonly kind: Exclude<UploadKind, 'sales'>;
  /** The layout's name. */
  readonly layout: string;
  readonly meanings: Meanings;
  /** Meanings that hold days. */
  readonly dates: readonly string[];
  /** The meanings that are needed and that no column has, for a message. */
  missing(has: Has): readonly string[];
  reader(cells: Cells, context: ReadingContext): ReadFact;
}
