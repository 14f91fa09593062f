import type { Database, TenantTransaction } from '@shelfcast/database';
import type { Day, TenantId } from '@shelfcast/domain';
import { makeReport } from './make-report.ts';
import type { HealthReport } from './report.ts';

export interface DataHealth {
  /** Null before the first one is made. */
  readonly report: HealthReport | null;
  readonly madeAt: Date | null;
  /** Whether the ledger has changed since: a newer one is to be made. */
  readonly stale: boolean;
  /** Today where the tenant is. */
  readonly today: Day;
}

interface Row {
  readonly today: Day;
  readonly report: HealthReport | null;
  readonly made_at: Date | null;
  readonly stale: boolean;
}

/** The tenant's report as it was last made. */
export async function readDataHealth(tx: TenantTransaction): Promise<DataHealth> {
  const [row] = await tx.query<Row>(
    `SELECT (now() AT TIME ZONE t.time_zone)::date - date '1970-01-01' AS today, h.report, h.made_at,
       coalesce(h.made_revision < h.ledger_revision, false) AS stale
     FROM shelfcast.tenant t LEFT JOIN shelfcast.data_health h ON h.tenant_id = t.tenant_id
     WHERE t.tenant_id = $1`,
    [tx.tenant],
  );
  return { report: row.report, madeAt: row.made_at, stale: row.stale, today: row.today };
}

/** Makes the report anew where the ledger has changed since the last one. Returns whether it did. */
export async function refreshDataHealth(database: Database, tenant: TenantId): Promise<boolean> {
  const made = await database.withTenant(
    tenant,
    async (tx) => {
      const [state] = await tx.query<{ ledger_revision: number }>(
        `SELECT ledger_revision FROM shelfcast.data_health
         WHERE tenant_id = $1 AND made_revision < ledger_revision`,
        [tx.tenant],
      );
      return state && { revision: state.ledger_revision, report: await makeReport(tx) };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
  if (made === undefined) return false;
  // In a transaction of its own, so that no commit of an import waits for the reading. An older report never replaces a newer one.
  await database.withTenant(tenant, (tx) =>
    tx.query(
      `UPDATE shelfcast.data_health SET report = $3, made_revision = $2, made_at = now()
       WHERE tenant_id = $1 AND made_revision < $2`,
      [tx.tenant, made.revision, JSON.stringify(made.report)],
    ),
  );
  return true;
}
