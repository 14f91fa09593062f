import type { Reason, RejectedRow, SkippedRow } from '@shelfcast/domain';

/** Examples a cause: enough to see what it is about. */
const EXAMPLES = 5;

/** Counts rows by cause and keeps the first few of each. */
export class Reasons {
  readonly #byCause = new Map<
    string,
    { -readonly [K in keyof Reason]: Reason[K] } & { examples: Reason['examples'][number][] }
  >();

  addRejected({ row, field, value, cause, remedy }: RejectedRow): void {
    this.#add(cause, remedy, { row, field, value });
  }

  addSkipped({ row, cause }: SkippedRow): void {
    this.#add(cause, null, { row });
  }

  #add(cause: string, remedy: string | null, example: Reason['examples'][number]): void {
    let reason = this.#byCause.get(cause);
    if (reason === undefined) {
      reason = { cause, rows: 0, examples: [], remedy };
      this.#byCause.set(cause, reason);
    }
    reason.rows++;
    if (reason.examples.length < EXAMPLES) reason.examples.push(example);
  }

  get rows(): number {
    let rows = 0;
    for (const reason of this.#byCause.values()) rows += reason.rows;
    return rows;
  }

  /** The commonest first. */
  list(): Reason[] {
    return [...this.#byCause.values()].sort((a, b) => b.rows - a.rows || a.cause.localeCompare(b.cause));
  }
}
