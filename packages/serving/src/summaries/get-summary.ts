import type { TenantTransaction } from '@shelfcast/database';
import type { SeriesSummary } from './summary.ts';
import { type SummaryRow, summaryColumns, summaryFrom } from './summary-row.ts';

/** One series of a run, or undefined where the run has no such series of this tenant. */
export async function getSummary(
  tx: TenantTransaction,
  run: number,
  series: number,
): Promise<SeriesSummary | undefined> {
  const [row] = await tx.query<SummaryRow>(
    `SELECT ${summaryColumns} FROM shelfcast.series_summary WHERE tenant_id = $1 AND run_id = $2 AND series_id = $3`,
    [tx.tenant, run, series],
  );
  return row && summaryFrom(row);
}
