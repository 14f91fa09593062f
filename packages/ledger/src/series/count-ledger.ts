import type { TenantTransaction } from '@shelfcast/database';

/** What a tenant's ledger holds, in a few numbers. */
export interface LedgerCounts {
  readonly products: number;
  readonly locations: number;
  readonly series: number;
  /** The last day anything was sold; null for an empty ledger. */
  readonly last_sold_on: string | null;
}

export async function countLedger(tx: TenantTransaction): Promise<LedgerCounts> {
  const [row] = await tx.query<LedgerCounts>(
    `SELECT count(DISTINCT product_id) AS products, count(DISTINCT location_id) AS locations, count(*) AS series,
       max(last_sold_on) AS last_sold_on
     FROM shelfcast.series WHERE tenant_id = $1`,
    [tx.tenant],
  );
  return row;
}
