import type { TenantTransaction } from '@shelfcast/database';
import { hidden } from '../series/visible.ts';
import { type ChangedLines, recount } from './location-days.ts';

/** What makes two lines of one source the same line, by which lines it is about. */
const KINDS_OF_KEY = [
  {
    only: 'order_code IS NULL',
    sameLine:
      'earlier.series_id = later.series_id AND earlier.sold_on = later.sold_on AND earlier.ordinal = later.ordinal',
  },
  {
    only: 'order_code IS NOT NULL AND line_code IS NOT NULL',
    sameLine: 'earlier.order_code = later.order_code AND earlier.line_code = later.line_code',
  },
  {
    only: 'order_code IS NOT NULL AND line_code IS NULL',
    sameLine: `earlier.order_code = later.order_code AND earlier.product_id = later.product_id
      AND earlier.ordinal = later.ordinal`,
  },
];

/** Marks every line that this import brings anew, corrected or as it was. Returns what is hidden by that and was not before. */
export async function supersede(
  tx: TenantTransaction,
  importId: number,
  sourceId: number,
): Promise<ChangedLines[]> {
  const earlier = await tx.query<{ import_id: number }>(
    `SELECT import_id FROM shelfcast.import
     WHERE tenant_id = $1 AND source_id = $2 AND state = 'committed' AND import_id <> $3`,
    [tx.tenant, sourceId, importId],
  );
  if (earlier.length === 0) return [];
  const [kinds] = await tx.query<{ kinds: boolean[] }>(
    `SELECT ARRAY[${KINDS_OF_KEY.map(({ only }) => `coalesce(bool_or(${only}), false)`).join(', ')}] AS kinds
     FROM shelfcast.sale WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenant, importId],
  );
  const changed: ChangedLines[] = [];
  for (const { only, sameLine } of KINDS_OF_KEY.filter((_, i) => kinds.kinds[i]))
    changed.push(
      await mark(
        tx,
        importId,
        earlier.map((row) => row.import_id),
        `(SELECT * FROM shelfcast.sale WHERE tenant_id = $1 AND import_id = ANY ($3::bigint[]) AND ${only}) earlier
           JOIN (SELECT * FROM shelfcast.sale WHERE tenant_id = $1 AND import_id = $2 AND ${only}) later ON ${sameLine}`,
      ),
    );
  return changed;
}

/**
 * Marks lines as hidden by an import.
 *
 * @param lines FROM what they are selected, as `earlier`; $2 is the import, $3 those that they are of
 */
export async function mark(
  tx: TenantTransaction,
  importId: number,
  of: readonly number[],
  lines: string,
): Promise<ChangedLines> {
  const [changed] = await tx.query<ChangedLines>(
    `WITH again AS MATERIALIZED (
       SELECT earlier.tenant_id, earlier.import_id, earlier.row_no, earlier.series_id, earlier.sold_on, earlier.units
       FROM ${lines}),
     marked AS (
       INSERT INTO shelfcast.superseded (tenant_id, import_id, block, superseded_by, rows)
       SELECT $1::uuid, a.import_id, a.row_no >> 10, $2::bigint, bit_or(set_bit(0::bit(1024), a.row_no & 1023, 1))
       FROM again a GROUP BY a.import_id, a.row_no >> 10
       ON CONFLICT (tenant_id, import_id, block, superseded_by) DO UPDATE SET rows = superseded.rows | EXCLUDED.rows),
     changed AS MATERIALIZED (SELECT a.import_id, a.series_id, a.sold_on, a.units FROM again a WHERE NOT ${hidden('a')}),
     ${recount(-1)}`,
    [tx.tenant, importId, of],
  );
  return changed;
}

/** Takes an import's marks away. Returns what is shown again by that: lines that no other import hides. */
export async function release(tx: TenantTransaction, importId: number): Promise<ChangedLines> {
  const marked = await tx.query<{ import_id: number }>(
    'SELECT DISTINCT import_id FROM shelfcast.superseded WHERE tenant_id = $1 AND superseded_by = $2',
    [tx.tenant, importId],
  );
  // The marks are new and the planner knows nothing of them: it would go through all of them for each line, or, without
  // the sum, through an import for each mark.
  await tx.query('SET LOCAL enable_nestloop = off');
  const [changed] = await tx.query<ChangedLines>(
    `WITH marks AS MATERIALIZED (
       DELETE FROM shelfcast.superseded WHERE tenant_id = $1 AND superseded_by = $2 RETURNING import_id, block, rows),
     changed AS MATERIALIZED (
       SELECT s.import_id, s.series_id, s.sold_on, s.units
       FROM marks m JOIN shelfcast.sale s ON s.import_id + 0 = m.import_id AND s.row_no >> 10 = m.block
       WHERE s.tenant_id = $1 AND s.import_id = ANY ($3::bigint[]) AND get_bit(m.rows, s.row_no & 1023) = 1
         AND NOT ${hidden('s', 'h.superseded_by <> $2')}),
     ${recount(1)}`,
    [tx.tenant, importId, marked.map((row) => row.import_id)],
  );
  await tx.query('SET LOCAL enable_nestloop = on');
  return changed;
}
