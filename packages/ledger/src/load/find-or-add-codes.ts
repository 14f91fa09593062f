import type { TenantTransaction } from '@shelfcast/database';

/**
 * Looks up codes of products or locations, adds the new ones, and notes the ids in `known`. A name is taken
 * where the ledger has none yet. Codes are added in order, so that two writers never wait for each other in a ring.
 */
export async function findOrAddCodes(
  tx: TenantTransaction,
  table: 'product' | 'location',
  wanted: ReadonlyMap<string, string | null>,
  known: Map<string, number>,
): Promise<void> {
  if (wanted.size === 0) return;
  const codes = [...wanted.keys()].sort();
  const names = codes.map((code) => wanted.get(code) ?? null);
  const rows = await tx.query<{ id: number; code: string }>(
    `WITH wanted AS (SELECT * FROM unnest($2::text[], $3::text[]) AS w (code, name)),
     named AS (
       UPDATE shelfcast.${table} t SET name = w.name FROM wanted w
       WHERE t.tenant_id = $1 AND t.code = w.code AND t.name IS NULL AND w.name IS NOT NULL),
     found AS (
       SELECT t.${table}_id AS id, t.code FROM shelfcast.${table} t JOIN wanted w USING (code) WHERE t.tenant_id = $1),
     added AS (
       INSERT INTO shelfcast.${table} (tenant_id, code, name)
       SELECT $1::uuid, w.code, w.name FROM wanted w WHERE NOT EXISTS (SELECT FROM found f WHERE f.code = w.code)
       ORDER BY w.code
       ON CONFLICT (tenant_id, code) DO UPDATE SET code = EXCLUDED.code
       RETURNING ${table}_id AS id, code)
     SELECT id, code FROM found UNION ALL SELECT id, code FROM added`,
    [tx.tenant, codes, names],
  );
  // The codes that come back are strings of their own; those of the file are slices that would keep its text alive.
  for (const row of rows) known.set(row.code, row.id);
}
