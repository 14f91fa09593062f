import type { TenantTransaction } from '@shelfcast/database';
import type { SummaryFacets } from './summary.ts';

/** Counts of a run's series by each value a list can be filtered by; one pass over the run. */
export async function summaryFacets(tx: TenantTransaction, run: number): Promise<SummaryFacets> {
  const rows = await tx.query<{ kind: string; value: string; name: string | null; series: number }>(
    `WITH of_run AS MATERIALIZED (
       SELECT model, attention, location_code, location_name FROM shelfcast.series_summary
       WHERE tenant_id = $1 AND run_id = $2)
     SELECT 'model' AS kind, model AS value, NULL AS name, count(*)::int AS series FROM of_run GROUP BY model
     UNION ALL
     SELECT 'attention', a.value, NULL, count(*)::int FROM of_run, unnest(attention) AS a (value) GROUP BY a.value
     UNION ALL
     SELECT 'location', location_code, min(location_name), count(*)::int FROM of_run GROUP BY location_code
     ORDER BY kind, series DESC, value`,
    [tx.tenant, run],
  );
  const counts = (kind: string): Record<string, number> =>
    Object.fromEntries(rows.filter((row) => row.kind === kind).map((row) => [row.value, row.series]));
  const models = counts('model');
  return {
    total: Object.values(models).reduce((sum, count) => sum + count, 0),
    models,
    attention: counts('attention'),
    locations: rows
      .filter((row) => row.kind === 'location')
      .map(({ value, name, series }) => ({ code: value, name, series })),
  };
}
