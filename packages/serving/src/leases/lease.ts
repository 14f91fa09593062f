import { runErrors, ShelfcastError } from '@shelfcast/domain';

/** A worker's right to work on a run. Every write of a worker carries it, and is refused once another has taken over. */
export interface RunLease {
  readonly run: number;
  /** A UUID of the worker's own. */
  readonly owner: string;
}

/** How long a run stays with a worker that is not heard of. A heartbeat comes every fifth of it. */
export const LEASE_SECONDS = 10;

/** The condition of a fenced statement whose first parameters are tenant, run and owner. */
export const heldLease = `tenant_id = $1 AND run_id = $2 AND lease_owner = $3
  AND state NOT IN ('published', 'failed', 'cancelled')`;

export function leaseLost(lease: RunLease): ShelfcastError {
  return new ShelfcastError(runErrors.lease_lost, {
    detail: `Run ${lease.run} was cancelled, or another worker has taken it over.`,
    remedy: 'Nothing needs to be done: what was finished is kept.',
  });
}
