import type { TenantTransaction } from '@shelfcast/database';
import { VISIBLE } from '../series/visible.ts';
import type { Example, Finding } from './report.ts';
import { EXAMPLES } from './tally.ts';

/** What is found by counting lines, not days: names, currencies, returns. */
export async function ledgerFindings(tx: TenantTransaction): Promise<Finding[]> {
  return [...(await withoutName(tx)), ...(await mixedCurrencies(tx)), ...(await returnsAboveSales(tx))];
}

interface Nameless {
  readonly count: number;
  readonly of: number;
}

async function withoutName(tx: TenantTransaction): Promise<Finding[]> {
  const [{ count, of }] = await tx.query<Nameless>(
    `SELECT count(*) FILTER (WHERE coalesce(name, '') = '') AS count, count(*) AS of
     FROM shelfcast.product WHERE tenant_id = $1`,
    [tx.tenant],
  );
  if (count === 0) return [];
  const rows = await tx.query<{ code: string }>(
    `SELECT code FROM shelfcast.product WHERE tenant_id = $1 AND coalesce(name, '') = '' ORDER BY product_id LIMIT ${EXAMPLES}`,
    [tx.tenant],
  );
  const examples = rows.map(({ code }): Example => ({ product: { code, name: null } }));
  return [{ kind: 'no-name', severity: 'note', count, of, days: null, units: 0, examples }];
}

interface CurrencyUse {
  readonly currency: string;
  readonly units: number;
  readonly first: number;
  readonly last: number;
}

/** Sums of money in several currencies are no sums. All but the one with the most units are in question. */
async function mixedCurrencies(tx: TenantTransaction): Promise<Finding[]> {
  const uses = await tx.query<CurrencyUse>(
    `SELECT s.currency, coalesce(sum(s.units) FILTER (WHERE s.units > 0), 0) AS units,
       min(s.sold_on) - date '1970-01-01' AS first, max(s.sold_on) - date '1970-01-01' AS last
     FROM shelfcast.sale s WHERE ${VISIBLE} AND s.currency IS NOT NULL GROUP BY s.currency ORDER BY 2 DESC, 1`,
    [tx.tenant],
  );
  if (uses.length < 2) return [];
  const examples = uses
    .slice(0, EXAMPLES)
    .map(({ currency, units, first, last }): Example => ({ currency, units, from: first, to: last }));
  const units = uses.slice(1).reduce((sum, use) => sum + use.units, 0);
  return [
    {
      kind: 'currencies-mixed',
      severity: 'look',
      count: uses.length,
      of: uses.length,
      days: null,
      units,
      examples,
    },
  ];
}

interface ReturnedSeries {
  readonly series_id: number;
  readonly sold: number;
  readonly returned: number;
  readonly last: number;
  readonly count: number;
  readonly all_returned: number;
  readonly of: number;
}

async function returnsAboveSales(tx: TenantTransaction): Promise<Finding[]> {
  const rows = await tx.query<ReturnedSeries>(
    `SELECT series_id, sold, returned, last, count(*) OVER () AS count, sum(returned) OVER () AS all_returned,
       (SELECT count(*) FROM shelfcast.series t WHERE t.tenant_id = $1) AS of
     FROM (
       SELECT s.series_id, coalesce(sum(s.units) FILTER (WHERE s.returned_on IS NULL), 0) AS sold,
         -sum(s.units) FILTER (WHERE s.returned_on IS NOT NULL) AS returned,
         max(s.returned_on) - date '1970-01-01' AS last
       FROM shelfcast.sale s WHERE ${VISIBLE} GROUP BY s.series_id) returned
     WHERE returned > sold ORDER BY returned - sold DESC, series_id LIMIT ${EXAMPLES}`,
    [tx.tenant],
  );
  if (rows.length === 0) return [];
  const [{ count, of, all_returned: units }] = rows;
  const examples = rows.map(
    (row): Example => ({ series: row.series_id, to: row.last, units: row.returned, usual: row.sold }),
  );
  return [{ kind: 'returns-above-sales', severity: 'look', count, of, days: null, units, examples }];
}
