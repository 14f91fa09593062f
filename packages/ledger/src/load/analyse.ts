import type { TenantTransaction } from '@shelfcast/database';

/** Fewer lines than this change no plan; more would be planned for as if they were a few hundred. */
export const WORTH_ANALYSING_ROWS = 20_000;

/**
 * Tells the planner about the lines that an import has added, before the statements that join them. Where another
 * session is at it, or the partition is not ours to analyse, nothing happens.
 */
export async function analyseAfter(tx: TenantTransaction, importId: number): Promise<void> {
  const [leaf] = await tx.query<{ name: string }>(
    'SELECT tableoid::regclass::text AS name FROM shelfcast.sale WHERE tenant_id = $1 AND import_id = $2 LIMIT 1',
    [tx.tenant, importId],
  );
  if (leaf) await tx.query(`ANALYZE (SKIP_LOCKED) ${leaf.name}, shelfcast.series, shelfcast.product`);
}
