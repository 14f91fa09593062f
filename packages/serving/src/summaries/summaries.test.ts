import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { requestRun } from '../runs/request-run.ts';
import { countSummaries } from './count-summaries.ts';
import { cursorRun } from './cursor.ts';
import { summaryFacets } from './facets.ts';
import { getSummary } from './get-summary.ts';
import { listSummaries } from './list-summaries.ts';
import { summarySorts } from './sorts.ts';
import type { SeriesSummary, SummaryQuery } from './summary.ts';
import { writeSummaries } from './write-summaries.ts';

let clone: TestDatabase;
let tenant: TenantId;
let run: number;

const summary = (series: number): SeriesSummary => ({
  series,
  product: { code: `P${series % 50}`, name: series % 3 === 0 ? null : `Grüner Tee ${series} 100%` },
  location: { location: series % 4, code: `L${series % 4}`, name: 'Markt' },
  model: series % 2 === 0 ? 'ses' : 'croston-sba',
  reason: 'best-in-backtest',
  naiveWon: false,
  totalMean: (series * 7919) % 101,
  totalLow: 1,
  totalHigh: 2,
  totalLastHorizon: series % 5 === 0 ? null : series % 10,
  totalLastYear: null,
  wape: series % 5 === 0 ? null : (series % 13) / 3,
  naiveWape: 1,
  bias: ((series % 7) - 3) / 10,
  coverage80: 0.8,
  attention: series % 10 === 0 ? ['rising', 'stand-in'] : [],
  failures: series % 10 === 0 ? [{ model: 'tsb', cause: 'not-finite' }] : [],
});
const all = Array.from({ length: 200 }, (_, i) => summary(i + 1));

before(async () => {
  clone = await cloneDatabase();
  tenant = await clone.tenant();
  await clone.database.withTenant(tenant, async (tx) => {
    run = (await requestRun(tx, { requestedBy: 'test' })).run;
    await writeSummaries(tx, run, all);
  });
});
after(() => clone.close());

const pages = (query: Omit<SummaryQuery, 'run' | 'limit'>, limit = 17): Promise<SeriesSummary[]> =>
  clone.database.withTenant(tenant, async (tx) => {
    const items: SeriesSummary[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSummaries(tx, { ...query, run, limit, cursor });
      items.push(...page.items);
      cursor = page.next ?? undefined;
      if (cursor) assert.equal(cursorRun(cursor), run);
    } while (cursor);
    return items;
  });

test('a summary is read as it was written, and writing it again doubles nothing', async () => {
  await clone.database.withTenant(tenant, async (tx) => {
    await writeSummaries(tx, run, all.slice(0, 5));
    assert.deepEqual(await getSummary(tx, run, 10), summary(10));
    assert.equal(await countSummaries(tx, { run }), 200);
    assert.equal(await getSummary(tx, run, 201), undefined);
  });
});

test('pages of any sort, in both directions, hold each series once and in order', async () => {
  for (const sort of summarySorts) {
    for (const descending of [true, false]) {
      const items = await pages({ sort, descending });
      assert.equal(new Set(items.map(({ series }) => series)).size, 200, `${sort} ${descending}`);
    }
  }
  const wapes = (await pages({ sort: 'wape', descending: true })).map(({ wape }) => wape ?? -1);
  assert.deepEqual(
    wapes,
    wapes.toSorted((a, b) => b - a),
  );
  const ascending = (await pages({ sort: 'wape', descending: false })).map(({ wape }) => wape ?? 99);
  assert.deepEqual(
    ascending,
    ascending.toSorted((a, b) => a - b),
  );
});

test('search finds words in any case in codes and names, and takes % and _ for what they are', async () => {
  assert.equal(
    (await pages({ search: 'GRÜNER l1' })).length,
    all.filter((s) => s.series % 4 === 1 && s.product.name).length,
  );
  assert.equal((await pages({ search: '100%' })).length, all.filter((s) => s.product.name).length);
  assert.equal((await pages({ search: '1_0' })).length, 0);
  assert.equal((await pages({ search: '  ' })).length, 200);
});

test('filters by location, model, attention and failure hold, and counts agree with them', async () => {
  for (const filter of [
    { location: 'L2' },
    { model: 'ses' },
    { attention: 'rising' as const },
    { failed: true },
    { location: 'L0', search: 'tee', model: 'ses' },
  ]) {
    const items = await pages(filter);
    const count = await clone.database.withTenant(tenant, (tx) => countSummaries(tx, { run, ...filter }));
    assert.equal(items.length, count);
    assert.ok(count > 0 && count < 200);
  }
});

test('facets count every value one can filter by', async () => {
  const facets = await clone.database.withTenant(tenant, (tx) => summaryFacets(tx, run));
  assert.deepEqual(facets.models, { 'croston-sba': 100, ses: 100 });
  assert.deepEqual(facets.attention, { rising: 20, 'stand-in': 20 });
  assert.equal(facets.total, 200);
  assert.deepEqual(
    facets.locations.map(({ code, series }) => [code, series]),
    [
      ['L0', 50],
      ['L1', 50],
      ['L2', 50],
      ['L3', 50],
    ],
  );
});

test('a cursor that is not ours is refused', async () => {
  for (const cursor of ['', 'x', 'bnVsbA', Buffer.from('[1,2,"3"]').toString('base64url')]) {
    await assert.rejects(
      clone.database.withTenant(tenant, (tx) => listSummaries(tx, { run, limit: 5, cursor })),
      (error: { kind?: { code: string } }) => error.kind?.code === 'run.bad_cursor',
    );
  }
});

test('a stranger sees no summary, count or facet of another tenant', async () => {
  const stranger = await clone.tenant();
  await clone.database.withTenant(stranger, async (tx) => {
    assert.deepEqual(await listSummaries(tx, { run, limit: 5 }), { items: [], next: null });
    assert.equal(await getSummary(tx, run, 10), undefined);
    assert.equal(await countSummaries(tx, { run }), 0);
    assert.equal((await summaryFacets(tx, run)).total, 0);
  });
});
