import type { SeriesPage } from '@shelfcast/contract';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { listSeries } from '@shelfcast/ledger';
import { readCursor, writeCursor } from '../../cursor.ts';
import { presentSeries } from '../../present/series.ts';
import { attributeOf, type SeriesQuery, seriesShape } from './query.ts';

export async function fromLedger(
  database: Database,
  tenant: TenantId,
  query: SeriesQuery,
): Promise<SeriesPage> {
  const { limit = 50, search, location } = query;
  const shape = seriesShape('ledger', query);
  const after = readCursor(shape, 'number', query.cursor);
  // What only a run knows about a series, no series has yet.
  if (query.model !== undefined || query.attention !== undefined) return { items: [], next: null };
  const rows = await database.withTenant(
    tenant,
    (tx) => listSeries(tx, { after, search, location, attribute: attributeOf(query), limit: limit + 1 }),
    { readOnly: true },
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => presentSeries(row)),
    next: rows.length > limit ? writeCursor(shape, shown[limit - 1].series_id) : null,
  };
}
