import type { TenantTransaction } from '@shelfcast/database';
import type { Run } from './run.ts';
import { type RunRow, runColumns, runFrom } from './run-row.ts';

/** A run of the transaction's tenant, or undefined. Cheap enough to poll once a second for a progress stream. */
export async function getRun(tx: TenantTransaction, run: number): Promise<Run | undefined> {
  const [row] = await tx.query<RunRow>(
    `SELECT ${runColumns} FROM shelfcast.run WHERE tenant_id = $1 AND run_id = $2`,
    [tx.tenant, run],
  );
  return row && runFrom(row);
}
