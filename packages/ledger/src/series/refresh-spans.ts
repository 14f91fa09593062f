import type { TenantTransaction } from '@shelfcast/database';
import { VISIBLE } from './visible.ts';

/** Widens first and last day of sale by the lines of a new import that hides no others. */
export async function widenSpans(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.series t SET first_sold_on = least(t.first_sold_on, n.first),
       last_sold_on = greatest(t.last_sold_on, n.last)
     FROM (
       SELECT series_id, min(sold_on) AS first, max(sold_on) AS last FROM shelfcast.sale
       WHERE tenant_id = $1 AND import_id = $2 AND units > 0 GROUP BY series_id) n
     WHERE t.tenant_id = $1 AND t.series_id = n.series_id
       AND (t.first_sold_on IS NULL OR t.first_sold_on > n.first OR t.last_sold_on < n.last)`,
    [tx.tenant, importId],
  );
}

/** Finds first and last day of sale anew for series whose lines have been hidden or shown. */
export async function recomputeSpans(tx: TenantTransaction, series: readonly number[]): Promise<void> {
  if (series.length === 0) return;
  await tx.query(
    `UPDATE shelfcast.series t SET first_sold_on = n.first, last_sold_on = n.last
     FROM (
       SELECT touched.series_id, span.first, span.last
       FROM unnest($2::bigint[]) AS touched (series_id)
       LEFT JOIN (
         SELECT s.series_id, min(s.sold_on) AS first, max(s.sold_on) AS last FROM shelfcast.sale s
         WHERE ${VISIBLE} AND s.units > 0 AND s.series_id = ANY ($2::bigint[]) GROUP BY s.series_id) span USING (series_id)) n
     WHERE t.tenant_id = $1 AND t.series_id = n.series_id
       AND (t.first_sold_on, t.last_sold_on) IS DISTINCT FROM (n.first, n.last)`,
    [tx.tenant, series],
  );
}

/** The series of which an import sells something. */
export async function seriesOf(tx: TenantTransaction, importId: number): Promise<number[]> {
  const rows = await tx.query<{ series_id: number }>(
    'SELECT DISTINCT series_id FROM shelfcast.sale WHERE tenant_id = $1 AND import_id = $2 AND units > 0',
    [tx.tenant, importId],
  );
  return rows.map((row) => row.series_id);
}
