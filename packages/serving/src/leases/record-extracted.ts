import type { TenantTransaction } from '@shelfcast/database';
import type { Level } from '@shelfcast/domain';
import { heldLease, leaseLost, type RunLease } from './lease.ts';

export interface Extracted {
  readonly originOn: string;
  readonly season: number;
  readonly manifestKey: string;
  readonly shards: readonly { readonly no: number; readonly level: Level; readonly series: number }[];
}

/** Says what a run consists of, once its manifest is written. Again: the same. */
export async function recordExtracted(
  tx: TenantTransaction,
  lease: RunLease,
  extracted: Extracted,
): Promise<void> {
  const held = await tx.query(
    `UPDATE shelfcast.run SET origin_on = $4, season = $5, manifest_key = $6, series_total = $7
     WHERE ${heldLease} RETURNING run_id`,
    [
      tx.tenant,
      lease.run,
      lease.owner,
      extracted.originOn,
      extracted.season,
      extracted.manifestKey,
      extracted.shards.reduce((sum, shard) => sum + shard.series, 0),
    ],
  );
  if (held.length === 0) throw leaseLost(lease);
  await tx.query(
    `INSERT INTO shelfcast.run_shard (tenant_id, run_id, shard_no, level, series_count)
     SELECT $1, $2, s.no, s.level, s.series FROM unnest($3::int[], $4::text[], $5::int[]) AS s (no, level, series)
     ON CONFLICT (tenant_id, run_id, shard_no) DO NOTHING`,
    [
      tx.tenant,
      lease.run,
      extracted.shards.map((shard) => shard.no),
      extracted.shards.map((shard) => shard.level),
      extracted.shards.map((shard) => shard.series),
    ],
  );
}
