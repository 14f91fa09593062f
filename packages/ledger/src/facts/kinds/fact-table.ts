import type { Fact } from '@shelfcast/domain';

/** The ids behind a fact's codes; 0 stands for every location. */
export interface FactIds {
  product(code: string): number;
  location(code: string | null): number;
}

/** How facts of one kind are written: they arrive by COPY in a temporary table, and are appended from there. */
export interface FactTable<F extends Fact> {
  readonly name: string;
  /** Columns of the temporary table, as in CREATE TABLE. */
  readonly arriving: string;
  /** Lines of COPY's text format that one fact makes. */
  lines(fact: F, ids: FactIds): readonly string[];
  /** Appends what has arrived in `pg_temp.arriving_fact`; $1 = tenant, $2 = import. Of rows about the same thing the last one holds. */
  readonly append: string;
}
