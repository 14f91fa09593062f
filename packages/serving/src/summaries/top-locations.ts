import type { TenantTransaction } from '@shelfcast/database';

/** Numbers of the locations that are expected to sell the most in a run, the first the most. */
export async function topLocations(tx: TenantTransaction, run: number, limit: number): Promise<number[]> {
  const rows = await tx.query<{ location_id: number }>(
    `SELECT location_id FROM shelfcast.series_summary WHERE tenant_id = $1 AND run_id = $2
     GROUP BY location_id ORDER BY sum(total_mean) DESC, location_id LIMIT $3`,
    [tx.tenant, run, limit],
  );
  return rows.map((row) => row.location_id);
}
