import type { TenantTransaction } from '@shelfcast/database';
import { IMPORT_COLUMNS, type ImportRow } from '../imports/import-row.ts';
import { holdLease } from '../imports/lease.ts';
import { storedJson } from '../stored-json.ts';

/**
 * Where the same bytes, read the same way, stand in the ledger whole and visible, ends this import as
 * `unchanged` and returns it. A file that a later one has corrected is loaded again: that brings it back. Of facts, any later
 * one of its kind may have.
 */
export async function endAsUnchanged(
  tx: TenantTransaction,
  importId: number,
  owner: string,
): Promise<ImportRow | undefined> {
  const row = await holdLease(tx, importId, owner);
  const [unchanged] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET state = 'unchanged', finished_at = now(), bytes_read = file_bytes,
       same_as = same.import_id, layout = same.layout, kind = same.kind, first_sold_on = same.first_sold_on,
       last_sold_on = same.last_sold_on, lease_owner = NULL, lease_until = NULL
     FROM (
       SELECT i.import_id AS import_id, i.layout AS layout, i.kind AS kind, i.first_sold_on AS first_sold_on,
         i.last_sold_on AS last_sold_on
       FROM shelfcast.import i
       WHERE i.tenant_id = $1 AND i.content_sha256 = $3 AND i.state = 'committed'
         AND i.mapping IS NOT DISTINCT FROM $4::jsonb
         AND NOT EXISTS (SELECT FROM shelfcast.superseded h WHERE h.tenant_id = $1 AND h.import_id = i.import_id)
         AND NOT EXISTS (SELECT FROM shelfcast.import later
           WHERE later.tenant_id = $1 AND later.import_id > i.import_id AND later.kind = i.kind AND i.kind <> 'sales'
             AND later.state = 'committed' AND later.correction_of IS DISTINCT FROM i.import_id)
       ORDER BY i.import_id DESC LIMIT 1) same
     WHERE import.tenant_id = $1 AND import.import_id = $2
     RETURNING ${IMPORT_COLUMNS.replaceAll(/(\w+)/g, 'import.$1')}`,
    [tx.tenant, importId, row.content_sha256, row.mapping ? storedJson(row.mapping) : null],
  );
  return unchanged;
}
