import type { TenantTransaction } from '@shelfcast/database';

/** Names of all drivers of the tenant's committed imports, in order. */
export async function driverNames(tx: TenantTransaction): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT DISTINCT k.name FROM shelfcast.driver d, jsonb_object_keys(d.known) AS k (name)
     WHERE d.tenant_id = $1 AND d.import_id IN (
       SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed')
     ORDER BY k.name`,
    [tx.tenant],
  );
  return rows.map((row) => row.name);
}
