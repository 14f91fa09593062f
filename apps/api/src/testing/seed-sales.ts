import { findSeries, loadImport, readSeries, type SeriesRow } from '@shelfcast/ledger';
import { openUpload } from '@shelfcast/sources';
import type { Caller, TestApi } from './test-api.ts';

/** Ten days of two products at two locations; the North is closed on the fifth day. */
export const SALES_CSV = [
  'store,item,date,units',
  ...Array.from({ length: 10 }, (_, i) => {
    const date = `2026-03-${String(i + 1).padStart(2, '0')}`;
    const north = i === 4 ? [] : [`North,Tea,${date},${i + 1}`, `North,=Cake,${date},${10 - i}`];
    return [...north, `South,Tea,${date},5`, `South,=Cake,${date},7`].join('\n');
  }),
  '',
].join('\n');

/** Uploads sales as the API takes them, and loads them as the worker would. */
export async function seedSales(api: TestApi, caller: Caller, csv = SALES_CSV): Promise<SeriesRow[]> {
  const answer = await caller.ask('POST', '/v1/imports?file_name=sales.csv', {
    headers: { 'content-type': 'text/csv' },
    payload: csv,
  });
  const { import: id } = answer.json<{ import: number }>();
  const row = await loadImport(api.database, api.blobs, caller.tenant, id, { openUpload });
  if (row.state !== 'committed') throw new Error(`The seed was not loaded: ${JSON.stringify(row.failure)}`);
  return api.database.withTenant(caller.tenant, async (tx) => {
    const ids: number[] = [];
    for await (const batch of readSeries(tx)) ids.push(...batch.map((series) => series.series_id));
    return findSeries(tx, ids);
  });
}
