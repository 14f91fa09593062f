import type { TenantTransaction } from '@shelfcast/database';
import { planRun, type RunWish } from './plan.ts';
import type { Run } from './run.ts';
import { type RunRow, runColumns, runFrom } from './run-row.ts';

/**
 * Puts a run of the transaction's tenant in the queue and returns it. Where one with the same plan is already queued
 * and not begun, returns that one: it will see everything that is in the ledger when it begins.
 *
 * After the transaction has committed, send the job `run` { tenantId, runId }; should that be lost, the worker's sweep
 * finds the run.
 */
export async function requestRun(tx: TenantTransaction, wish: RunWish): Promise<Run> {
  const plan = planRun(wish);
  // Two requests at once queue up here, so that the second sees the first.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 20))', [tx.tenant]);
  const [waiting] = await tx.query<RunRow>(
    `SELECT ${runColumns} FROM shelfcast.run
     WHERE tenant_id = $1 AND state = 'queued' AND lease_until IS NULL AND frequency = $2 AND horizon = $3
     ORDER BY run_id DESC LIMIT 1`,
    [tx.tenant, plan.frequency, plan.horizon],
  );
  if (waiting) return runFrom(waiting);
  const [row] = await tx.query<RunRow>(
    `INSERT INTO shelfcast.run (tenant_id, frequency, horizon, season, origins, quantiles, requested_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${runColumns}`,
    [
      tx.tenant,
      plan.frequency,
      plan.horizon,
      plan.season,
      plan.origins,
      [...plan.quantiles],
      wish.requestedBy,
    ],
  );
  return runFrom(row);
}
