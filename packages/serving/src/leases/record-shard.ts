import type { TenantTransaction } from '@shelfcast/database';
import { heldLease, leaseLost, type RunLease } from './lease.ts';

export type ShardState = 'waiting' | 'forecast' | 'published' | 'failed';

export interface ShardRecord {
  readonly no: number;
  readonly state: ShardState;
  /** The attempt whose result counts. */
  readonly attempt?: number;
  readonly counts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Projects what became of a shard into the run's rows. A shard that moves shows that the run is not stuck. */
export async function recordShard(tx: TenantTransaction, lease: RunLease, shard: ShardRecord): Promise<void> {
  const held = await tx.query(`UPDATE shelfcast.run SET takeovers = 0 WHERE ${heldLease} RETURNING run_id`, [
    tx.tenant,
    lease.run,
    lease.owner,
  ]);
  if (held.length === 0) throw leaseLost(lease);
  await tx.query(
    `UPDATE shelfcast.run_shard SET state = $4, attempt = coalesce($5, attempt), counts = coalesce($6::jsonb, counts)
     WHERE tenant_id = $1 AND run_id = $2 AND shard_no = $3`,
    [
      tx.tenant,
      lease.run,
      shard.no,
      shard.state,
      shard.attempt ?? null,
      shard.counts ? JSON.stringify(shard.counts) : null,
    ],
  );
}
