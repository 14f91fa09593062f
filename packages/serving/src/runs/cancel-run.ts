import type { TenantTransaction } from '@shelfcast/database';
import { runErrors, ShelfcastError } from '@shelfcast/domain';
import { getRun } from './get-run.ts';
import { finalStates, type Run } from './run.ts';

/** Stops a run that has not finished; its worker notices with its next heartbeat. Nothing of it is ever served. */
export async function cancelRun(tx: TenantTransaction, run: number): Promise<Run> {
  await tx.query(
    `UPDATE shelfcast.run SET state = 'cancelled', finished_at = now(), lease_owner = NULL, lease_until = NULL
     WHERE tenant_id = $1 AND run_id = $2 AND state <> ALL ($3)`,
    [tx.tenant, run, [...finalStates]],
  );
  const now = await getRun(tx, run);
  if (!now) {
    throw new ShelfcastError(runErrors.not_found, {
      detail: `There is no run ${run}.`,
      remedy: 'List the runs to see which there are.',
    });
  }
  if (now.state !== 'cancelled') {
    throw new ShelfcastError(runErrors.already_finished, {
      detail: `Run ${run} is ${now.state}.`,
      remedy: 'Only a run that is queued or under way can be cancelled.',
    });
  }
  return now;
}
