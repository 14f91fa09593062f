import type { TenantTransaction } from '@shelfcast/database';
import type { Attention, SeriesSummary } from './summary.ts';
import { type SummaryRow, summaryColumns, summaryFrom } from './summary-row.ts';

/** What needs attention for one reason: how many series, and those of them that are expected to sell the most. */
export interface AttentionGroup {
  readonly kind: Attention;
  readonly count: number;
  readonly series: readonly SeriesSummary[];
}

/** A run's series by cause of attention, the cause with the most series first; `each` of a cause are shown. */
export async function attentionList(
  tx: TenantTransaction,
  run: number,
  options: { readonly each: number },
): Promise<AttentionGroup[]> {
  const rows = await tx.query<SummaryRow & { kind: Attention; count: number }>(
    `SELECT * FROM (
       SELECT ${summaryColumns}, kind, count(*) OVER (PARTITION BY kind) AS count,
         row_number() OVER (PARTITION BY kind ORDER BY total_mean DESC, series_id) AS place
       FROM shelfcast.series_summary, unnest(attention) AS a (kind) WHERE tenant_id = $1 AND run_id = $2) ranked
     WHERE place <= $3 ORDER BY count DESC, kind, place`,
    [tx.tenant, run, options.each],
  );
  const kinds = [...new Set(rows.map((row) => row.kind))];
  return kinds.map((kind) => {
    const shown = rows.filter((row) => row.kind === kind);
    return { kind, count: shown[0].count, series: shown.map(summaryFrom) };
  });
}
