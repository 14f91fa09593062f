import type { TenantTransaction } from '@shelfcast/database';
import type { Run } from './run.ts';
import { type RunRow, runColumns, runFrom } from './run-row.ts';

/** Runs of the tenant, newest first. `before`: only runs with a smaller number (the last one of the page before). */
export async function listRuns(
  tx: TenantTransaction,
  options: { readonly limit: number; readonly before?: number },
): Promise<Run[]> {
  const rows = await tx.query<RunRow>(
    `SELECT ${runColumns} FROM shelfcast.run
     WHERE tenant_id = $1 AND ($2::bigint IS NULL OR run_id < $2) ORDER BY run_id DESC LIMIT $3`,
    [tx.tenant, options.before ?? null, options.limit],
  );
  return rows.map(runFrom);
}
