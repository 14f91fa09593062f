import type { TenantTransaction } from '@shelfcast/database';
import type { SaleBatch } from '@shelfcast/domain';
import { writeFacts } from '../facts/write-facts.ts';
import type { ImportRow } from '../imports/import-row.ts';
import { holdLease } from '../imports/lease.ts';
import { Checkpoint } from './checkpoint.ts';
import type { CodeBook } from './code-book.ts';
import type { SeenKeys } from './seen-keys.ts';
import { StagedLines } from './stage-lines.ts';
import { writeStatedClosures } from './write-closures.ts';
import { writeDrivers } from './write-drivers.ts';
import { writeRejects } from './write-rejects.ts';

/**
 * Writes batches and moves the import's checkpoint behind them, in one transaction: after a crash they are whole or absent,
 * and the checkpoint says which.
 */
export async function writeBatches(
  tx: TenantTransaction,
  target: { readonly importId: number; readonly sourceId: number; readonly owner: string },
  batches: AsyncIterable<SaleBatch>,
  codes: CodeBook,
  seen: SeenKeys,
): Promise<ImportRow> {
  // Nobody is told of a checkpoint that a crash can take back: it goes together with what was written before it, as the log
  // is flushed in order, and the worker goes on from the one before. The commit of the import waits for the disk, and
  // with it for all of these.
  await tx.query('SET LOCAL synchronous_commit = off');
  const { importId } = target;
  const checkpoint = new Checkpoint(await holdLease(tx, importId, target.owner));
  const staged = new StagedLines(tx, codes, seen);
  for await (const batch of batches) {
    await codes.learn(tx, batch.planned.length === 0 ? batch.lines : [...batch.lines, ...batch.planned]);
    // A closed day is a calendar entry, not a sale of nothing.
    const closed = batch.lines.filter((line) => line.closed);
    const sold =
      closed.length === 0 ? batch.lines : batch.lines.filter((line) => !line.closed || line.units !== 0);
    const doubled = await staged.add(sold);
    await writeStatedClosures(tx, importId, closed, codes);
    await writeDrivers(tx, importId, batch, codes);
    await writeFacts(tx, importId, batch.facts, codes);
    await writeRejects(tx, importId, [...batch.rejected, ...doubled], checkpoint.rowsRejected);
    checkpoint.pass(batch);
    checkpoint.refuse(doubled);
  }
  const doubled = await staged.append(target);
  await writeRejects(tx, importId, doubled, checkpoint.rowsRejected);
  checkpoint.refuse(doubled);
  return checkpoint.move(tx);
}
