import type { Database, TenantTransaction } from '@shelfcast/database';
import { ledgerErrors, ShelfcastError, type TenantId } from '@shelfcast/domain';
import { deriveClosures, locationsTouchedBy } from '../closures/derive-closures.ts';
import { committedCorrections } from '../corrections/family.ts';
import { factsChanged } from '../facts/facts-changed.ts';
import { getImport } from '../imports/find-imports.ts';
import { IMPORT_COLUMNS, type ImportRow } from '../imports/import-row.ts';
import { lockLedger } from '../imports/lock-ledger.ts';
import { release } from '../load/supersede.ts';
import { recomputeSpans, seriesOf } from '../series/refresh-spans.ts';

/**
 * Takes an import back, whole: its lines count no more, and the lines it had replaced count again. In any order. The
 * corrections of its rejected rows are rows of the same file, and go with it; undoing one of those takes back that one alone.
 * Throws `ledger.import_not_found`, and `ledger.not_undoable` for one that is not committed.
 */
export function undoImport(database: Database, tenant: TenantId, importId: number): Promise<ImportRow> {
  return database.withTenant(tenant, async (tx) => {
    await lockLedger(tx);
    const row = await getImport(tx, importId);
    if (row.state !== 'committed')
      throw new ShelfcastError(ledgerErrors.not_undoable, {
        detail: `Import ${importId} is ${row.state}; only a committed import has something to take back.`,
        remedy:
          row.state === 'unchanged' && row.same_as !== null
            ? `Undo import ${row.same_as}, which brought the same file.`
            : 'Wait until it has ended, or look at its state.',
      });
    await tx.query(`SELECT set_config('work_mem', '64MB', true)`);
    for (const correction of await committedCorrections(tx, importId)) await takeBack(tx, correction);
    return takeBack(tx, importId);
  });
}

async function takeBack(tx: TenantTransaction, importId: number): Promise<ImportRow> {
  const shown = await release(tx, importId);
  const [undone] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET state = 'undone' WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
    [tx.tenant, importId],
  );
  await recomputeSpans(tx, [...new Set([...(await seriesOf(tx, importId)), ...shown.series])]);
  const locations = [...(await locationsTouchedBy(tx, importId)), ...shown.locations];
  await deriveClosures(tx, [...locations, ...(await factsChanged(tx, undone))]);
  return undone;
}
