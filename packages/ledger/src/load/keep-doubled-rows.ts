import type { Database } from '@shelfcast/database';
import { type OpenUpload, type TenantId, uploadErrors } from '@shelfcast/domain';
import { storedJson } from '../stored-json.ts';

/**
 * Keeps what stood in rows that were refused because their line number stands in the file twice: that is found out after they were
 * read, so that they are read once more. Changes nothing where it was done before.
 */
export async function keepDoubledRows(
  database: Database,
  tenant: TenantId,
  importId: number,
  upload: OpenUpload,
): Promise<void> {
  const bare = await database.withTenant(tenant, (tx) =>
    tx.query<{ row_no: number }>(
      `SELECT row_no FROM shelfcast.import_reject
       WHERE tenant_id = $1 AND import_id = $2 AND cause = $3 AND cells IS NULL`,
      [tenant, importId, uploadErrors.duplicate_line.code],
    ),
  );
  if (bare.length === 0) return;
  const rows: number[] = [];
  const kept: string[] = [];
  for await (const { row, cells } of upload.cellsOf(new Set(bare.map(({ row_no }) => row_no)))) {
    rows.push(row);
    kept.push(storedJson(cells));
  }
  await database.withTenant(tenant, (tx) =>
    tx.query(
      `UPDATE shelfcast.import_reject r SET cells = k.cells FROM unnest($3::integer[], $4::jsonb[]) AS k (row_no, cells)
       WHERE r.tenant_id = $1 AND r.import_id = $2 AND r.row_no = k.row_no`,
      [tenant, importId, rows, kept],
    ),
  );
}
