import type { TenantTransaction } from '@shelfcast/database';
import { hidden } from '../series/visible.ts';

/** A line as far as its place among its equals goes; `key` is what it shares with them. */
interface Placed {
  readonly row_no: number;
  readonly ordinal: number;
  readonly key: string;
}

interface Held extends Placed {
  readonly corrected: boolean;
}

/** Kinds of lines that are counted, not named: by series and day where there is no order, else by order and product. */
const KINDS = [
  { only: 's.order_code IS NULL', key: ['series_id', 'sold_on'] },
  {
    only: 's.order_code IS NOT NULL AND s.line_code IS NULL',
    key: ['source_id', 'order_code', 'product_id'],
  },
] as const;

/**
 * Numbers the lines of a correction among their equals as if they stood in the file that they correct: a row that an earlier
 * correction has brought keeps its number there, every other one takes the lowest that the file and its corrections
 * leave free. So a corrected line hides no line that was right, and a whole file that is exported again later, with as
 * many equal lines, replaces each of them.
 *
 * @param family the corrected import, and its committed corrections
 */
export async function numberAmongOriginals(
  tx: TenantTransaction,
  importId: number,
  family: readonly [original: number, ...corrections: number[]],
): Promise<void> {
  for (const { only, key } of KINDS) {
    const keyOf = (alias: string) =>
      `concat_ws(chr(9), ${key.map((column) => `${alias}.${column}`).join(', ')})`;
    const lines = await tx.query<Placed>(
      `SELECT s.row_no, s.ordinal, ${keyOf('s')} AS key FROM shelfcast.sale s
       WHERE s.tenant_id = $1 AND s.import_id = $2 AND ${only} ORDER BY s.row_no`,
      [tx.tenant, importId],
    );
    if (lines.length === 0) continue;
    // What a later correction of the same row has replaced stands no more.
    const held = await tx.query<Held>(
      `WITH keys AS MATERIALIZED (
         SELECT DISTINCT ${key.map((column) => `s.${column}`).join(', ')} FROM shelfcast.sale s
         WHERE s.tenant_id = $1 AND s.import_id = $2 AND ${only})
       SELECT s.row_no, s.ordinal, s.import_id <> $4 AS corrected, ${keyOf('s')} AS key
       FROM keys JOIN shelfcast.sale s ON ${key.map((column) => `s.${column} = keys.${column}`).join(' AND ')}
       WHERE s.tenant_id = $1 AND s.import_id = ANY ($3::bigint[]) AND ${only}
         AND NOT ${hidden('s', 'h.superseded_by = ANY ($3::bigint[])')}`,
      [tx.tenant, importId, family, family[0]],
    );
    const moved = places(lines, held).filter(({ ordinal }, i) => ordinal !== lines[i].ordinal);
    await tx.query(
      `UPDATE shelfcast.sale s SET ordinal = placed.ordinal
       FROM unnest($3::integer[], $4::integer[]) AS placed (row_no, ordinal)
       WHERE s.tenant_id = $1 AND s.import_id = $2 AND s.row_no = placed.row_no`,
      [tx.tenant, importId, moved.map(({ row_no }) => row_no), moved.map(({ ordinal }) => ordinal)],
    );
  }
}

/** The lines, in order, with the numbers they take beside those that are held. */
function places(lines: readonly Placed[], held: readonly Held[]): Placed[] {
  const taken = new Map<string, Set<number>>();
  const before = new Map<string, number>();
  for (const { key, row_no, ordinal, corrected } of held) {
    taken.set(key, (taken.get(key) ?? new Set()).add(ordinal));
    if (corrected) before.set(`${row_no}\t${key}`, ordinal);
  }
  const next = new Map<string, number>();
  return lines.map((line) => {
    const { key, row_no } = line;
    const kept = before.get(`${row_no}\t${key}`);
    if (kept !== undefined) return { ...line, ordinal: kept };
    let free = next.get(key) ?? 1;
    while (taken.get(key)?.has(free)) free++;
    next.set(key, free + 1);
    return { ...line, ordinal: free };
  });
}
