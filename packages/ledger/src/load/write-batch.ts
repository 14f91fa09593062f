import type { TenantTransaction } from '@shelfcast/database';
import { formatDay, type RejectedRow, type SaleBatch } from '@shelfcast/domain';
import { daysOfFacts } from '../facts/days-of-facts.ts';
import { writeFacts } from '../facts/write-facts.ts';
import { IMPORT_COLUMNS, type ImportRow } from '../imports/import-row.ts';
import { holdLease } from '../imports/lease.ts';
import type { CodeBook } from './code-book.ts';
import type { SeenKeys } from './seen-keys.ts';
import { writeStatedClosures } from './write-closures.ts';
import { writeDrivers } from './write-drivers.ts';
import { writeLines } from './write-lines.ts';
import { writeRejects } from './write-rejects.ts';

/**
 * Writes a batch and moves the import's checkpoint behind it, in one transaction: after a crash the batch is
 * whole or absent, and the checkpoint says which.
 */
export async function writeBatch(
  tx: TenantTransaction,
  target: { readonly importId: number; readonly sourceId: number; readonly owner: string },
  batch: SaleBatch,
  codes: CodeBook,
  seen: SeenKeys,
): Promise<ImportRow> {
  const before = await holdLease(tx, target.importId, target.owner);
  await codes.learn(tx, [...batch.lines, ...batch.planned]);
  // A closed day is a calendar entry, not a sale of nothing.
  const closed = batch.lines.filter((line) => line.closed);
  const sold =
    closed.length === 0 ? batch.lines : batch.lines.filter((line) => !line.closed || line.units !== 0);
  const doubled = await writeLines(tx, target, sold, codes, seen);
  await writeStatedClosures(tx, target.importId, closed, codes);
  await writeDrivers(tx, target.importId, batch, codes);
  await writeFacts(tx, target.importId, batch.facts, codes);
  const rejected = [...batch.rejected, ...doubled];
  await writeRejects(tx, target.importId, rejected, before.rows_rejected);
  return moveCheckpoint(tx, before, batch, rejected);
}

async function moveCheckpoint(
  tx: TenantTransaction,
  before: ImportRow,
  batch: SaleBatch,
  rejected: readonly RejectedRow[],
): Promise<ImportRow> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const line of batch.lines) {
    if (line.soldOn < first) first = line.soldOn;
    if (line.soldOn > last) last = line.soldOn;
  }
  const facts = daysOfFacts(batch.facts);
  if (facts) {
    first = Math.min(first, facts.first);
    last = Math.max(last, facts.last);
  }
  const doubled = rejected.length - batch.rejected.length;
  const [after] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET rows_in = $3, rows_loaded = rows_loaded + $4, rows_skipped = rows_skipped + $5,
       rows_rejected = rows_rejected + $6, skipped_by_cause = $7, rejected_by_cause = $8, bytes_read = $9,
       first_sold_on = least(first_sold_on, $10), last_sold_on = greatest(last_sold_on, $11)
     WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
    [
      tx.tenant,
      before.import_id,
      batch.rowsRead,
      batch.lines.length + batch.planned.length + batch.facts.length - doubled,
      batch.skipped.length,
      rejected.length,
      countByCause(before.skipped_by_cause, batch.skipped),
      countByCause(before.rejected_by_cause, rejected),
      batch.bytesRead,
      first <= last ? formatDay(first) : null,
      first <= last ? formatDay(last) : null,
    ],
  );
  return after;
}

function countByCause(
  before: Readonly<Record<string, number>>,
  rows: readonly { readonly cause: string }[],
): Record<string, number> {
  const counts = { ...before };
  for (const { cause } of rows) counts[cause] = (counts[cause] ?? 0) + 1;
  return counts;
}
