import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import type { ServingStore } from '../published/serving-store.ts';

export interface Retention {
  /** Published runs that stay readable, the one that is served included. Default 8: a week of nightly runs, and today's. */
  readonly keep?: number;
  /** No run is forgotten sooner after it was published. Default 24: readers may hold a cursor of it. */
  readonly hours?: number;
}

/**
 * Forgets what is served of old runs: items and summaries. Their rows and files stay: forecast against actual is measured on
 * what was really published. Returns the runs that were retired.
 */
export async function retireRuns(
  database: Database,
  store: ServingStore,
  tenant: TenantId,
  { keep = 8, hours = 24 }: Retention = {},
): Promise<number[]> {
  const old = await database.withTenant(tenant, (tx) =>
    tx.query<{ run_id: number }>(
      `SELECT r.run_id FROM shelfcast.run r
       WHERE r.tenant_id = $1 AND r.state IN ('published', 'failed', 'cancelled') AND r.retired_at IS NULL
         AND r.finished_at < now() - make_interval(hours => $3)
         AND r.run_id NOT IN (SELECT run_id FROM shelfcast.run
           WHERE tenant_id = $1 AND state = 'published' ORDER BY run_id DESC LIMIT $2)
       ORDER BY r.run_id`,
      [tenant, keep, hours],
    ),
  );
  const retired: number[] = [];
  for (const { run_id: run } of old) {
    if (!(await store.remove(tenant, run))) continue;
    await database.withTenant(tenant, async (tx) => {
      await tx.query('DELETE FROM shelfcast.series_summary WHERE tenant_id = $1 AND run_id = $2', [
        tenant,
        run,
      ]);
      await tx.query('UPDATE shelfcast.run SET retired_at = now() WHERE tenant_id = $1 AND run_id = $2', [
        tenant,
        run,
      ]);
    });
    retired.push(run);
  }
  return retired;
}
