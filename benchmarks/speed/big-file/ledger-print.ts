import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

/** What a ledger holds of one import: the same for two platforms that were given the same file. */
export interface LedgerPrint {
  readonly rows: number;
  readonly units: number;
  readonly pence: number;
  /**
   * For each location and month its count, its sums, and the sum of 64-bit hashes of its rows' contents: a row that is lost, doubled or
   * changed changes it, the order of rows does not.
   */
  readonly months: readonly string[];
}

/** Codes stand for ids, which may have gaps after a crash. */
const MONTHS = `
  SELECT l.code AS location, to_char(date_trunc('month', s.sold_on), 'YYYY-MM') AS month, count(*) AS rows,
    sum(s.units)::bigint AS units, sum(s.revenue) AS money,
    sum(hashtextextended(concat_ws('|', p.code, s.sold_on, s.returned_on, s.units, s.revenue, s.unit, s.currency,
      s.order_code, s.line_code, s.ordinal), 0)) AS hash
  FROM shelfcast.sale s
  JOIN shelfcast.series e ON e.tenant_id = s.tenant_id AND e.series_id = s.series_id
  JOIN shelfcast.product p ON p.tenant_id = e.tenant_id AND p.product_id = e.product_id
  JOIN shelfcast.location l ON l.tenant_id = e.tenant_id AND l.location_id = e.location_id
  WHERE s.import_id = $1
  GROUP BY 1, 2 ORDER BY 1, 2`;

type Month = Record<'location' | 'month' | 'rows' | 'units' | 'money' | 'hash', string>;

/** Reads the ledger of a platform that runs, as its database's superuser. */
export async function printLedger(dataFolder: string, importId: number): Promise<LedgerPrint> {
  const client = new Client({ connectionString: adminUrl(dataFolder) });
  await client.connect();
  try {
    // Half a million series are joined in memory.
    await client.query(`SET work_mem = '128MB'`);
    const { rows: months } = await client.query<Month>(MONTHS, [importId]);
    const sum = (of: (month: Month) => number) => months.reduce((total, month) => total + of(month), 0);
    return {
      rows: sum(({ rows }) => Number(rows)),
      units: sum(({ units }) => Number(units)),
      pence: sum(({ money }) => Math.round(Number(money) * 100)),
      months: months.map((month) => Object.values(month).join(' ')),
    };
  } finally {
    await client.end();
  }
}

/** Where the embedded server listens, and its superuser's password. */
export function adminUrl(dataFolder: string): string {
  const folder = join(dataFolder, 'postgres');
  const { admin } = JSON.parse(readFileSync(join(folder, 'passwords.json'), 'utf8')) as { admin: string };
  const port = readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[3];
  return `postgresql://postgres:${admin}@127.0.0.1:${port}/shelfcast`;
}
