import type { TenantTransaction } from '@shelfcast/database';
import { heldLease, LEASE_SECONDS, type RunLease } from './lease.ts';

/** A heartbeat; false where the run was cancelled or taken over: stop, and write nothing more. */
export async function renewLease(tx: TenantTransaction, lease: RunLease): Promise<boolean> {
  const held = await tx.query(
    `UPDATE shelfcast.run SET lease_until = clock_timestamp() + make_interval(secs => $4)
     WHERE ${heldLease} RETURNING run_id`,
    [tx.tenant, lease.run, lease.owner, LEASE_SECONDS],
  );
  return held.length === 1;
}
