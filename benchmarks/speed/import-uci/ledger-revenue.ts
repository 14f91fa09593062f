import { Client } from 'pg';
import { adminUrl } from '../big-file/ledger-print.ts';

/** What counts in the ledger of a platform that runs: revenue by month, in whole tenths of a penny. */
export async function ledgerRevenue(dataFolder: string): Promise<[month: string, revenue: number][]> {
  const client = new Client({ connectionString: adminUrl(dataFolder) });
  await client.connect();
  try {
    const { rows } = await client.query<{ month: string; revenue: string }>(
      `SELECT to_char(s.sold_on, 'YYYY-MM') AS month, (sum(s.revenue) * 1000)::bigint::text AS revenue
       FROM shelfcast.sale s JOIN shelfcast.import i USING (tenant_id, import_id)
       WHERE i.state = 'committed' AND s.revenue IS NOT NULL AND NOT EXISTS (
         SELECT FROM shelfcast.superseded h
         WHERE h.tenant_id = s.tenant_id AND h.import_id = s.import_id AND h.block = s.row_no >> 10
           AND get_bit(h.rows, s.row_no & 1023) = 1)
       GROUP BY 1 ORDER BY 1`,
    );
    return rows.map(({ month, revenue }) => [month, Number(revenue)]);
  } finally {
    await client.end();
  }
}
