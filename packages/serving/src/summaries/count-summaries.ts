import type { TenantTransaction } from '@shelfcast/database';
import { summaryFilter } from './filter.ts';
import type { SummaryQuery } from './summary.ts';

/** How many series a query finds in all. */
export async function countSummaries(
  tx: TenantTransaction,
  query: Pick<SummaryQuery, 'run' | 'search' | 'location' | 'model' | 'attention' | 'failed'>,
): Promise<number> {
  const { where, values } = summaryFilter(tx.tenant, query);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM shelfcast.series_summary WHERE ${where}`,
    values,
  );
  return row.count;
}
