import type { TenantTransaction } from '@shelfcast/database';
import { formatDay, type RejectedRow, type SaleBatch } from '@shelfcast/domain';
import { daysOfFacts } from '../facts/days-of-facts.ts';
import { IMPORT_COLUMNS, type ImportRow } from '../imports/import-row.ts';
import { LEASE_SECONDS } from '../imports/lease.ts';

/** How far an import has come, counted on while its batches are written. */
export class Checkpoint {
  readonly #before: ImportRow;
  readonly #skipped: Record<string, number>;
  readonly #rejected: Record<string, number>;
  #rowsIn: number;
  #rowsLoaded: number;
  #rowsSkipped: number;
  #bytesRead: number;
  #rowsRejected: number;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;

  constructor(before: ImportRow) {
    this.#before = before;
    this.#skipped = { ...before.skipped_by_cause };
    this.#rejected = { ...before.rejected_by_cause };
    this.#rowsIn = before.rows_in;
    this.#rowsLoaded = before.rows_loaded;
    this.#rowsSkipped = before.rows_skipped;
    this.#rowsRejected = before.rows_rejected;
    this.#bytesRead = before.bytes_read;
  }

  get rowsRejected(): number {
    return this.#rowsRejected;
  }

  /** Counts the rows of a batch, those among them that are rejected included. */
  pass(batch: SaleBatch): void {
    this.#rowsIn = batch.rowsRead;
    this.#bytesRead = batch.bytesRead;
    this.#rowsLoaded += batch.lines.length + batch.planned.length + batch.facts.length;
    this.#rowsSkipped += batch.skipped.length;
    for (const { cause } of batch.skipped) this.#skipped[cause] = (this.#skipped[cause] ?? 0) + 1;
    this.#reject(batch.rejected);
    for (const { soldOn } of batch.lines) this.#widen(soldOn, soldOn);
    const facts = daysOfFacts(batch.facts);
    if (facts) this.#widen(facts.first, facts.last);
  }

  /** Counts lines that were passed as rejected: they stand in their order twice. */
  refuse(lines: readonly RejectedRow[]): void {
    this.#rowsLoaded -= lines.length;
    this.#reject(lines);
  }

  /** Writes it down. The lease begins anew: a transaction may have taken most of it. */
  async move(tx: TenantTransaction): Promise<ImportRow> {
    const dated = this.#first <= this.#last;
    const [after] = await tx.query<ImportRow>(
      `UPDATE shelfcast.import SET rows_in = $3, rows_loaded = $4, rows_skipped = $5, rows_rejected = $6,
         skipped_by_cause = $7, rejected_by_cause = $8, bytes_read = $9, first_sold_on = least(first_sold_on, $10),
         last_sold_on = greatest(last_sold_on, $11),
         lease_until = clock_timestamp() + make_interval(secs => ${LEASE_SECONDS})
       WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
      [
        tx.tenant,
        this.#before.import_id,
        this.#rowsIn,
        this.#rowsLoaded,
        this.#rowsSkipped,
        this.#rowsRejected,
        this.#skipped,
        this.#rejected,
        this.#bytesRead,
        dated ? formatDay(this.#first) : null,
        dated ? formatDay(this.#last) : null,
      ],
    );
    return after;
  }

  #reject(rows: readonly RejectedRow[]): void {
    this.#rowsRejected += rows.length;
    for (const { cause } of rows) this.#rejected[cause] = (this.#rejected[cause] ?? 0) + 1;
  }

  #widen(first: number, last: number): void {
    if (first < this.#first) this.#first = first;
    if (last > this.#last) this.#last = last;
  }
}
