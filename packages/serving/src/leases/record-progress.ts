import type { TenantTransaction } from '@shelfcast/database';
import type { RunState } from '../runs/run.ts';
import { heldLease, leaseLost, type RunLease } from './lease.ts';

/** States in which a run is worked on: its stages. */
export type Stage = Extract<
  RunState,
  'extracting' | 'training' | 'forecasting' | 'reconciling' | 'publishing'
>;

/** Says in which stage a run is and how many series of it are done. Readers poll it; at most once a second is enough. */
export async function recordProgress(
  tx: TenantTransaction,
  lease: RunLease,
  progress: { readonly stage: Stage; readonly seriesDone?: number },
): Promise<void> {
  const held = await tx.query(
    `UPDATE shelfcast.run SET state = $4, series_done = coalesce($5, series_done) WHERE ${heldLease} RETURNING run_id`,
    [tx.tenant, lease.run, lease.owner, progress.stage, progress.seriesDone ?? null],
  );
  if (held.length === 0) throw leaseLost(lease);
}
