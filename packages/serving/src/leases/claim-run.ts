import type { TenantTransaction } from '@shelfcast/database';
import type { Run } from '../runs/run.ts';
import { type RunRow, runColumns, runFrom } from '../runs/run-row.ts';
import { LEASE_SECONDS, type RunLease } from './lease.ts';

export interface ClaimedRun {
  readonly run: Run;
  /** Workers in a row that were lost over this run without finishing a shard. */
  readonly takeovers: number;
}

/**
 * Takes a run that has not finished and that nobody works on. `evenIfHeld`: also from its holder, for a worker that knows
 * it is alone and that the holder is a process that has ended. Undefined where it cannot be taken.
 */
export async function claimRun(
  tx: TenantTransaction,
  lease: RunLease,
  options: { readonly evenIfHeld?: boolean } = {},
): Promise<ClaimedRun | undefined> {
  const [row] = await tx.query<RunRow & { takeovers: number }>(
    `UPDATE shelfcast.run SET
       takeovers = CASE WHEN lease_owner IS NULL OR lease_owner = $3 THEN takeovers ELSE takeovers + 1 END,
       lease_owner = $3, lease_until = clock_timestamp() + make_interval(secs => $4),
       started_at = coalesce(started_at, now())
     WHERE tenant_id = $1 AND run_id = $2 AND state NOT IN ('published', 'failed', 'cancelled')
       AND (lease_until IS NULL OR lease_until < clock_timestamp() OR lease_owner = $3 OR $5)
     RETURNING ${runColumns}, takeovers`,
    [tx.tenant, lease.run, lease.owner, LEASE_SECONDS, options.evenIfHeld ?? false],
  );
  return row && { run: runFrom(row), takeovers: row.takeovers };
}
