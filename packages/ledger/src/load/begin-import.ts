import type { TenantTransaction } from '@shelfcast/database';
import { holdLease } from '../imports/lease.ts';

/** Notes the layout that was recognised, and names the source its lines are keyed in. Returns the source's id. */
export async function beginImport(
  tx: TenantTransaction,
  importId: number,
  owner: string,
  layout: string,
): Promise<number> {
  await holdLease(tx, importId, owner);
  const name = `upload:${layout}`;
  await tx.query(
    `INSERT INTO shelfcast.source (tenant_id, name) VALUES ($1, $2) ON CONFLICT (tenant_id, name) DO NOTHING`,
    [tx.tenant, name],
  );
  const [{ source_id }] = await tx.query<{ source_id: number }>(
    `UPDATE shelfcast.import i SET layout = $3, source_id = s.source_id FROM shelfcast.source s
     WHERE i.tenant_id = $1 AND i.import_id = $2 AND s.tenant_id = $1 AND s.name = $4 RETURNING s.source_id`,
    [tx.tenant, importId, layout, name],
  );
  return source_id;
}
