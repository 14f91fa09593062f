import type { Day, Fact } from '@shelfcast/domain';

/** What stands for a fact's codes and days in a database. */
export interface FactIds {
  product(code: string): number;
  /** 0 stands for every location. */
  location(code: string | null): number;
  day(day: Day | null): string | null;
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
