import type { TenantTransaction } from '@shelfcast/database';
import { VISIBLE } from './visible.ts';

/** Units of the series that are not counted in pieces (`kg`, `l`), by series. Every other series' unit is `each`. */
export async function readUnits(tx: TenantTransaction): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.query<{ series_id: number; unit: string }>(
    `SELECT s.series_id, max(s.unit) AS unit FROM shelfcast.sale s
     WHERE ${VISIBLE} AND s.unit <> 'each' GROUP BY s.series_id`,
    [tx.tenant],
  );
  return new Map(rows.map((row) => [row.series_id, row.unit]));
}
