import type { TenantId } from '@shelfcast/domain';
import { type ClientBase, escapeIdentifier } from 'pg';

/** What a tenant's move of one table is about; names are quoted and carry their schema. */
export interface Move {
  readonly tenant: TenantId;
  readonly parent: string;
  /** The shared hash partition that holds the tenant's rows. */
  readonly leaf: string;
  /** The tenant's own, to be. */
  readonly partition: string;
  /** Already a part of the table. */
  readonly attached: boolean;
}

export async function planMove(owner: ClientBase, table: string, tenant: TenantId): Promise<Move> {
  const name = `${table}_t_${tenant.replaceAll('-', '')}`;
  // The bound's text is `FOR VALUES WITH (modulus 16, remainder 3)`; who fits it, the server decides.
  const { rows } = await owner.query<{ leaf: string; attached: boolean }>(
    `SELECT i.inhrelid::regclass::text AS leaf, EXISTS (
       SELECT FROM pg_inherits own WHERE own.inhparent = p.partrelid AND own.inhrelid = to_regclass($3)) AS attached
     FROM pg_partitioned_table p
       JOIN pg_inherits i ON i.inhparent = p.partdefid
       JOIN pg_class c ON c.oid = i.inhrelid,
       regexp_match(pg_get_expr(c.relpartbound, c.oid), 'modulus (\\d+), remainder (\\d+)') AS bound
     WHERE p.partrelid = ('shelfcast.' || quote_ident($1))::regclass
       AND satisfies_hash_partition(p.partdefid, bound[1]::integer, bound[2]::integer, $2::uuid)`,
    [table, tenant, `shelfcast.${name}`],
  );
  if (rows.length !== 1) throw new Error(`${table} has ${rows.length} hash partitions for one tenant.`);
  return {
    tenant,
    parent: `shelfcast.${escapeIdentifier(table)}`,
    partition: `shelfcast.${escapeIdentifier(name)}`,
    leaf: rows[0].leaf,
    attached: rows[0].attached,
  };
}
