import type { TenantTransaction } from '@shelfcast/database';
import type { RunAccuracy, RunFailure } from '../runs/run.ts';
import { heldLease, leaseLost, type RunLease } from './lease.ts';

export interface Published {
  readonly accuracy: RunAccuracy;
  readonly failures: Readonly<Record<string, number>>;
  readonly exportKey: string;
}

/** Closes a run whose forecasts are published. */
export async function finishRun(tx: TenantTransaction, lease: RunLease, published: Published): Promise<void> {
  const held = await tx.query(
    `UPDATE shelfcast.run SET state = 'published', series_done = series_total, accuracy = $4, failures = $5,
       export_key = $6, finished_at = now(), lease_owner = NULL, lease_until = NULL
     WHERE ${heldLease} RETURNING run_id`,
    [
      tx.tenant,
      lease.run,
      lease.owner,
      JSON.stringify(published.accuracy),
      JSON.stringify(published.failures),
      published.exportKey,
    ],
  );
  if (held.length === 0) throw leaseLost(lease);
}

/** Closes a run that cannot be published; what was served before stays. */
export async function failRun(tx: TenantTransaction, lease: RunLease, failure: RunFailure): Promise<void> {
  const held = await tx.query(
    `UPDATE shelfcast.run SET state = 'failed', failure = $4, finished_at = now(), lease_owner = NULL, lease_until = NULL
     WHERE ${heldLease} RETURNING run_id`,
    [tx.tenant, lease.run, lease.owner, JSON.stringify(failure)],
  );
  if (held.length === 0) throw leaseLost(lease);
}
