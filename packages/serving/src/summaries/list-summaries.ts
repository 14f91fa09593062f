import type { TenantTransaction } from '@shelfcast/database';
import { readCursor, writeCursor } from './cursor.ts';
import { summaryFilter } from './filter.ts';
import { sortExpression } from './sorts.ts';
import type { SummaryPage, SummaryQuery } from './summary.ts';
import { type SummaryRow, summaryColumns, summaryFrom } from './summary-row.ts';

/** A page of a run's series, filtered and sorted. Reads one run of one tenant by its primary key, whatever the sort. */
export async function listSummaries(tx: TenantTransaction, query: SummaryQuery): Promise<SummaryPage> {
  const descending = query.descending ?? true;
  const sort = sortExpression(query.sort ?? 'total', descending);
  const { where, values } = summaryFilter(tx.tenant, query);
  let beyond = '';
  if (query.cursor !== undefined) {
    const cursor = readCursor(query.cursor);
    values.push(cursor.value, cursor.series);
    const value = `$${values.length - 1}::text::${sort.type}`;
    beyond = `AND (${sort.sql}, series_id) ${descending ? '<' : '>'} (${value}, $${values.length})`;
  }
  values.push(query.limit + 1);
  const direction = descending ? 'DESC' : 'ASC';
  const rows = await tx.query<SummaryRow & { sort_value: string }>(
    `SELECT ${summaryColumns}, ${sort.sql}::text AS sort_value FROM shelfcast.series_summary
     WHERE ${where} ${beyond}
     ORDER BY ${sort.sql} ${direction}, series_id ${direction} LIMIT $${values.length}`,
    values,
  );
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  const more = rows.length > query.limit && last !== undefined;
  return {
    items: shown.map(summaryFrom),
    next: more
      ? writeCursor({ run: query.run, value: last.sort_value, series: Number(last.series_id) })
      : null,
  };
}
