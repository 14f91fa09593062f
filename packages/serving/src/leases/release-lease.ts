import type { TenantTransaction } from '@shelfcast/database';
import { heldLease, type RunLease } from './lease.ts';

/** Puts a run down in good order, so that the next worker need not wait for the lease to run out. */
export async function releaseLease(tx: TenantTransaction, lease: RunLease): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.run SET lease_owner = NULL, lease_until = NULL WHERE ${heldLease} RETURNING run_id`,
    [tx.tenant, lease.run, lease.owner],
  );
}
