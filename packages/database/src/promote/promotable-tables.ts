import type { ClientBase } from 'pg';

/** Tables that are partitioned by LIST (tenant_id) with a DEFAULT that is partitioned by HASH (tenant_id). */
export async function promotableTables(owner: ClientBase): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(`
    SELECT c.relname AS name
    FROM pg_partitioned_table p
      JOIN pg_class c ON c.oid = p.partrelid
      JOIN pg_partitioned_table pool ON pool.partrelid = p.partdefid
    WHERE c.relnamespace = 'shelfcast'::regnamespace AND p.partstrat = 'l' AND pool.partstrat = 'h'
    ORDER BY c.relname`);
  return rows.map(({ name }) => name);
}
