import type { TenantTransaction } from '@shelfcast/database';

/** What makes two lines of one source the same line. */
const SAME_LINE_WITHOUT_ORDER = `old.source_id = new.source_id AND old.series_id = new.series_id
  AND old.sold_on = new.sold_on AND old.ordinal = new.ordinal AND old.order_code IS NULL AND new.order_code IS NULL`;
const SAME_LINE_WITH_ORDER = `old.source_id = new.source_id AND old.order_code = new.order_code
  AND CASE WHEN new.line_code IS NOT NULL THEN old.line_code = new.line_code
      ELSE old.line_code IS NULL AND old.product_id = new.product_id AND old.ordinal = new.ordinal END`;
const KINDS_OF_KEY = [SAME_LINE_WITHOUT_ORDER, SAME_LINE_WITH_ORDER];

/** Hides every visible line that this import brings anew, corrected or as it was. Returns how many. */
export async function supersede(tx: TenantTransaction, importId: number, sourceId: number): Promise<number> {
  const earlier = await tx.query<{ import_id: number }>(
    `SELECT import_id FROM shelfcast.import
     WHERE tenant_id = $1 AND source_id = $2 AND state = 'committed' AND import_id <> $3`,
    [tx.tenant, sourceId, importId],
  );
  if (earlier.length === 0) return 0;
  let hidden = 0;
  for (const sameLine of KINDS_OF_KEY) {
    const [{ count }] = await tx.query<{ count: number }>(
      `WITH hidden AS (
         UPDATE shelfcast.sale old SET superseded_by = $2 FROM shelfcast.sale new
         WHERE old.tenant_id = $1 AND new.tenant_id = $1 AND new.import_id = $2 AND ${sameLine}
           AND old.import_id = ANY($3::bigint[]) AND old.superseded_by IS NULL
         RETURNING 1)
       SELECT count(*) AS count FROM hidden`,
      [tx.tenant, importId, earlier.map((row) => row.import_id)],
    );
    hidden += count;
  }
  return hidden;
}

/**
 * Lets go of every line that this import hides: it is visible again, or hidden by the later import that hides
 * this import's own line with the same key.
 */
export async function release(tx: TenantTransaction, importId: number): Promise<void> {
  for (const [sameLine, kind] of [
    [SAME_LINE_WITHOUT_ORDER, 'old.order_code IS NULL'],
    [SAME_LINE_WITH_ORDER, 'old.order_code IS NOT NULL'],
  ])
    await tx.query(
      `UPDATE shelfcast.sale old SET superseded_by = (
         SELECT new.superseded_by FROM shelfcast.sale new
         WHERE new.tenant_id = $1 AND new.import_id = $2 AND ${sameLine} LIMIT 1)
       WHERE old.tenant_id = $1 AND old.superseded_by = $2 AND ${kind}`,
      [tx.tenant, importId],
    );
}
