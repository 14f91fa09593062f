import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay } from '@shelfcast/domain';
import type { Example, Finding } from './report.ts';
import { EXAMPLES } from './tally.ts';

interface Row {
  readonly product_code: string;
  readonly product_name: string | null;
  readonly location_id: number;
  readonly location_code: string;
  readonly location_name: string | null;
  readonly series_id: number | null;
  readonly day: Day;
  readonly on_hand: number;
  readonly import_id: number;
  readonly count: number;
  readonly missing: number;
  readonly of: number;
}

/** Products at locations whose last count says less than nothing. */
export async function negativeStock(tx: TenantTransaction, to: Day): Promise<Finding[]> {
  const rows = await tx.query<Row>(
    `WITH last AS (
       SELECT DISTINCT ON (f.product_id, f.location_id) f.product_id, f.location_id, f.day, f.on_hand, f.import_id
       FROM shelfcast.stock_fact f
       JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = f.import_id AND i.state = 'committed'
       WHERE f.tenant_id = $1 AND f.on_hand IS NOT NULL AND f.day <= $2
       ORDER BY f.product_id, f.location_id, f.day DESC, f.import_id DESC)
     SELECT p.code AS product_code, p.name AS product_name, l.location_id, l.code AS location_code,
       l.name AS location_name, t.series_id, last.day - date '1970-01-01' AS day, last.on_hand, last.import_id,
       count(*) OVER () AS count, -sum(last.on_hand) OVER () AS missing, (SELECT count(*) FROM last) AS of
     FROM last
     JOIN shelfcast.product p ON p.tenant_id = $1 AND p.product_id = last.product_id
     JOIN shelfcast.location l ON l.tenant_id = $1 AND l.location_id = last.location_id
     LEFT JOIN shelfcast.series t
       ON t.tenant_id = $1 AND t.product_id = last.product_id AND t.location_id = last.location_id
     WHERE last.on_hand < 0 ORDER BY last.on_hand, last.product_id, last.location_id LIMIT ${EXAMPLES}`,
    [tx.tenant, formatDay(to)],
  );
  if (rows.length === 0) return [];
  const [{ count, of, missing }] = rows;
  const examples = rows.map(
    (row): Example => ({
      ...(row.series_id !== null && { series: row.series_id }),
      product: { code: row.product_code, name: row.product_name },
      location: { location: row.location_id, code: row.location_code, name: row.location_name },
      to: row.day,
      units: row.on_hand,
      import: row.import_id,
    }),
  );
  return [{ kind: 'negative-stock', severity: 'look', count, of, days: null, units: missing, examples }];
}
