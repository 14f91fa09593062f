import type { SeriesPage, SeriesSort } from '@shelfcast/contract';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { findSeries } from '@shelfcast/ledger';
import { cursorRun, listSummaries, type SummarySort } from '@shelfcast/serving';
import { readCursor, writeCursor } from '../../cursor.ts';
import { presentSummary } from '../../present/series.ts';
import { attributeOf, type SeriesQuery, seriesShape } from './query.ts';

type SortName = SeriesSort extends infer S ? (S extends `-${infer Name}` ? Name : never) : never;

const sorts: Readonly<Record<SortName, SummarySort>> = {
  product: 'product',
  location: 'location',
  model: 'model',
  total_mean: 'total',
  total_last_horizon: 'lastHorizon',
  total_last_year: 'lastYear',
  wape: 'wape',
  naive_wape: 'naiveWape',
  bias: 'bias',
  coverage80: 'coverage',
};

export async function fromRun(
  database: Database,
  tenant: TenantId,
  current: number,
  query: SeriesQuery,
): Promise<SeriesPage> {
  const { limit = 50, search, location, model, attention, sort = '-total_mean' } = query;
  const shape = seriesShape('run', query);
  const cursor = readCursor(shape, 'string', query.cursor);
  // The pages of one list come from one run, also when a newer one is published in between.
  const run = cursor === undefined ? current : cursorRun(cursor);
  return database.withTenant(
    tenant,
    async (tx) => {
      const page = await listSummaries(tx, {
        run,
        search,
        location,
        attribute: attributeOf(query),
        model,
        attention,
        sort: sorts[sort.replace(/^-/, '') as SortName],
        descending: sort.startsWith('-'),
        cursor,
        limit,
      });
      const rows = await findSeries(
        tx,
        page.items.map((item) => item.series),
      );
      const bySeries = new Map(rows.map((row) => [row.series_id, row]));
      return {
        items: page.items.map((item) => presentSummary(item, run, bySeries.get(item.series))),
        next: page.next && writeCursor(shape, page.next),
      };
    },
    { readOnly: true },
  );
}
