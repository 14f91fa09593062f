import type { TenantTransaction } from '@shelfcast/database';
import type { Level } from '@shelfcast/domain';
import type { ShardState } from './record-shard.ts';

export interface RunShard {
  readonly no: number;
  readonly level: Level;
  readonly series: number;
  readonly state: ShardState;
  readonly attempt: number | null;
}

/** The shards of a run as far as it is recorded, in order. */
export async function listShards(tx: TenantTransaction, run: number): Promise<RunShard[]> {
  return tx.query<RunShard>(
    `SELECT shard_no AS "no", level, series_count AS series, state, attempt FROM shelfcast.run_shard
     WHERE tenant_id = $1 AND run_id = $2 ORDER BY shard_no`,
    [tx.tenant, run],
  );
}
