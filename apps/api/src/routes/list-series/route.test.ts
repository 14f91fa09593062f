import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { History, Problem, Series, SeriesFacets, SeriesPage } from '@shelfcast/contract';
import type { SeriesRow } from '@shelfcast/ledger';
import { seedRun } from '../../testing/seed-run.ts';
import { seedSales } from '../../testing/seed-sales.ts';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
let series: SeriesRow[];
let run: number;

before(async () => {
  api = await testApi();
  series = await seedSales(api, api.ours);
  run = await seedRun(api, api.ours, series);
});
after(() => api[Symbol.asyncDispose]());

async function list(query: string): Promise<SeriesPage> {
  const answer = await api.ours.ask('GET', `/v1/series?${query}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<SeriesPage>();
}
const numbers = ({ items }: SeriesPage) => items.map((item) => item.series);

test('200 series by what they will sell, the most first, with what the run says', async () => {
  const page = await list('');
  assert.deepEqual(
    numbers(page),
    series.map((row) => row.series_id).sort((a, b) => b - a),
  );
  const { series: id, product, location, total_mean, first_sold_on, last_sold_on } = page.items[0];
  assert.deepEqual(
    { run: page.items[0].run, total_mean, first_sold_on, last_sold_on },
    { run, total_mean: 3 * id, first_sold_on: '2026-03-01', last_sold_on: '2026-03-10' },
  );
  assert.deepEqual([product.code, location.code], ['Tea', 'South']);
});

test('200 pages in every order hold each series once, what is not known last', async () => {
  for (const sort of ['product', '-product', 'wape', '-wape', 'location', '-total_last_year', 'coverage80']) {
    const seen: Series[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: SeriesPage = await list(`sort=${sort}&limit=1${next ? `&cursor=${next}` : ''}`);
      seen.push(...page.items);
      next = page.next;
    }
    assert.equal(new Set(seen.map((item) => item.series)).size, series.length, sort);
    if (sort.endsWith('wape')) assert.equal(seen.at(-1)?.wape, null, sort);
  }
});

test('200 search finds in codes and names, in any case; filters narrow', async () => {
  assert.equal((await list('search=tEa')).items.length, 2);
  assert.equal((await list('search=tea%20north')).items.length, 1);
  assert.equal((await list('search=%25')).items.length, 0);
  assert.equal((await list('location=South')).items.length, 2);
  assert.equal((await list('attention=stand-in')).items.length, 1);
  assert.equal((await list('model=nobody')).items.length, 0);
});

test('400 a cursor of another order', async () => {
  const { next } = await list('sort=wape&limit=1');
  const answer = await api.ours.ask('GET', `/v1/series?sort=bias&limit=1&cursor=${next}`);
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [400, 'request.bad_cursor']);
});

test('200 facets count the series by each value one can filter by', async () => {
  const facets = (await api.ours.ask('GET', '/v1/series/facets')).json<SeriesFacets>();
  assert.deepEqual(facets.models, { ses: 4 });
  assert.deepEqual(facets.attention, { rising: 1, 'stand-in': 1 });
  assert.equal(facets.total, 4);
});

test('200 a series and its history: sales by day, no value where the location was closed', async () => {
  const [{ series_id: id }] = series;
  assert.equal((await api.ours.ask('GET', `/v1/series/${id}`)).json<Series>().total_mean, 3 * id);
  const history = async (query: string) =>
    (await api.ours.ask('GET', `/v1/series/${id}/history?${query}`)).json<History>();
  assert.deepEqual((await history('')).units, [10, 9, 8, 7, 0, 5, 4, 3, 2, 1]);
  const part = await history('from=2026-03-02&to=2026-03-03');
  assert.deepEqual([part.from, part.units, part.closed], ['2026-03-02', [9, 8], []]);
  await api.database.withTenant(api.ours.tenant, (tx) =>
    tx.query(
      `INSERT INTO shelfcast.closure (tenant_id, location_id, closed_on, kind) VALUES ($1, $2, '2026-03-05', 'stated')`,
      [tx.tenant, series[0].location_id],
    ),
  );
  const closed = await history('from=2026-03-04&to=2026-03-06');
  assert.deepEqual([closed.units, closed.closed], [[7, null, 5], [1]]);
});

test('400 more days than any till remembers', async () => {
  const answer = await api.ours.ask(
    'GET',
    `/v1/series/${series[0].series_id}/history?from=0001-01-01&to=9999-12-31`,
  );
  assert.equal(answer.statusCode, 400);
});

test('200 before the first run, what was imported is listed without forecasts', async () => {
  await seedSales(api, api.stranger);
  const answer = await api.stranger.ask('GET', '/v1/series?limit=3');
  const page = answer.json<SeriesPage>();
  assert.deepEqual([page.items.length, page.items[0].run, page.items[0].total_mean], [3, null, null]);
  const rest = await api.stranger.ask('GET', `/v1/series?limit=3&cursor=${page.next}`);
  assert.equal(rest.json<SeriesPage>().items.length, 1);
});
