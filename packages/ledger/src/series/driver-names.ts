import type { TenantTransaction } from '@shelfcast/database';

/** Names of all drivers that the tenant's committed imports bring, beside sales or by files of prices, in order. */
export async function driverNames(tx: TenantTransaction): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `WITH committed AS MATERIALIZED (
       SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed')
     SELECT k.name FROM shelfcast.driver d, jsonb_object_keys(d.known) AS k (name)
     WHERE d.tenant_id = $1 AND d.import_id IN (SELECT import_id FROM committed)
     UNION
     SELECT k.name FROM shelfcast.price_fact f, jsonb_object_keys(f.drivers) AS k (name)
     WHERE f.tenant_id = $1 AND f.import_id IN (SELECT import_id FROM committed)
     ORDER BY name`,
    [tx.tenant],
  );
  return rows.map((row) => row.name);
}
