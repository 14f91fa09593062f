import type { TenantTransaction } from '@shelfcast/database';
import { searchText } from './filter.ts';
import type { SeriesSummary } from './summary.ts';

/** Writes summaries of a run; the same series again replaces its row. */
export async function writeSummaries(
  tx: TenantTransaction,
  run: number,
  summaries: readonly SeriesSummary[],
): Promise<void> {
  if (summaries.length === 0) return;
  const rows = summaries.map((summary) => ({
    series_id: summary.series,
    location_id: summary.location.location,
    product_code: summary.product.code,
    product_name: summary.product.name,
    location_code: summary.location.code,
    location_name: summary.location.name,
    model: summary.model,
    reason: summary.reason,
    naive_won: summary.naiveWon,
    total_mean: summary.totalMean,
    total_low: summary.totalLow,
    total_high: summary.totalHigh,
    total_last_horizon: summary.totalLastHorizon,
    total_last_year: summary.totalLastYear,
    wape: summary.wape,
    naive_wape: summary.naiveWape,
    bias: summary.bias,
    coverage80: summary.coverage80,
    attention: summary.attention,
    failures: summary.failures.length > 0 ? summary.failures : null,
    search: searchText(
      summary.product.code,
      summary.product.name,
      summary.location.code,
      summary.location.name,
    ),
  }));
  const columns = Object.keys(rows[0]).join(', ');
  await tx.query(
    'DELETE FROM shelfcast.series_summary WHERE tenant_id = $1 AND run_id = $2 AND series_id = ANY ($3)',
    [tx.tenant, run, summaries.map((summary) => summary.series)],
  );
  await tx.query(
    `INSERT INTO shelfcast.series_summary (tenant_id, run_id, ${columns})
     SELECT $1, $2, ${columns} FROM jsonb_to_recordset($3::jsonb) AS r (
       series_id bigint, location_id bigint, product_code text, product_name text, location_code text, location_name text,
       model text, reason text, naive_won boolean, total_mean float8, total_low float8, total_high float8,
       total_last_horizon float8, total_last_year float8, wape float8, naive_wape float8, bias float8, coverage80 float8,
       attention text[], failures jsonb, search text)`,
    [tx.tenant, run, JSON.stringify(rows)],
  );
}
