import type { TenantTransaction } from '@shelfcast/database';
import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { deriveClosures, locationsTouchedBy } from '../closures/derive-closures.ts';
import { joinFamily } from '../corrections/join-family.ts';
import { factsChanged } from '../facts/facts-changed.ts';
import { getImport } from '../imports/find-imports.ts';
import { IMPORT_COLUMNS, type ImportRow } from '../imports/import-row.ts';
import { holdLease } from '../imports/lease.ts';
import { lockLedger } from '../imports/lock-ledger.ts';
import { recomputeSpans, widenSpans } from '../series/refresh-spans.ts';
import { countLocationDays } from './location-days.ts';
import { supersede } from './supersede.ts';

/**
 * Makes a loaded import visible, whole, in one transaction: hides the lines it replaces and brings days and
 * calendars up to date. Throws `upload.nothing_usable` where no row was loaded.
 */
export async function commitImport(
  tx: TenantTransaction,
  target: { readonly importId: number; readonly sourceId: number; readonly owner: string },
): Promise<ImportRow> {
  await lockLedger(tx);
  const loaded = await holdLease(tx, target.importId, target.owner);
  // Sorts and joins of a whole file; the server's default is for requests.
  await tx.query(`SELECT set_config('work_mem', '64MB', true)`);
  const replaced =
    loaded.correction_of === null ? [] : [await joinFamily(tx, loaded.correction_of, target.importId)];
  const counted = loaded.correction_of === null ? loaded : await getImport(tx, target.importId);
  if (counted.rows_loaded === 0) throw nothingUsable(counted);
  await countLocationDays(tx, target.importId);
  const hidden = [...replaced, ...(await supersede(tx, target.importId, target.sourceId))];
  const [committed] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET state = 'committed', finished_at = clock_timestamp(), rows_superseded = $3, bytes_read = file_bytes,
       lease_owner = NULL, lease_until = NULL
     WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
    [tx.tenant, target.importId, hidden.reduce((sum, { count }) => sum + count, 0)],
  );
  await widenSpans(tx, target.importId);
  await recomputeSpans(tx, [...new Set(hidden.flatMap(({ series }) => series))]);
  const locations = [
    ...(await locationsTouchedBy(tx, target.importId)),
    ...hidden.flatMap((lines) => lines.locations),
  ];
  await deriveClosures(tx, [...locations, ...(await factsChanged(tx, committed))]);
  return committed;
}

function nothingUsable(row: ImportRow): ShelfcastError {
  const counts = Object.entries({ ...row.rejected_by_cause, ...row.skipped_by_cause });
  const causes = counts
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([cause, count]) => `${count} × ${cause}`)
    .join(', ');
  return new ShelfcastError(uploadErrors.nothing_usable, {
    detail: `None of the ${row.rows_in} rows could be used (${causes}).`,
    remedy: 'Look at the rejected rows: most often one column is mapped wrongly.',
    where: { file: row.file_name, row: 1 },
  });
}
