import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Calendar, History, PastForecastPage, SeriesDetails, SeriesPage } from '@shelfcast/contract';
import type { SeriesRow } from '@shelfcast/ledger';
import { seedRun } from '../../testing/seed-run.ts';
import { seedSales } from '../../testing/seed-sales.ts';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
let tea: SeriesRow;

before(async () => {
  api = await testApi();
  const series = await seedSales(api, api.ours);
  tea = series.find((row) => row.product_code === 'Tea' && row.location_code === 'North')!;
  await seedRun(api, api.ours, series, '2026-03-06');
  const files = [
    'sku,title,category,vendor\nTea,Green tea,drinks: hot,Ada\n=Cake,Cake,bakery,Bob\n',
    'item,store,date,on hand\nTea,North,2026-03-08,12\nTea,North,2026-03-07,0\nTea,South,2026-03-06,0\n',
    'item,price,valid from,valid to\nTea,5,2026-01-01,\nTea,4,2026-03-12,2026-03-13\n',
    'event,from,to\nFair,2026-04-01,2026-04-02\n',
  ];
  for (const file of files) await seedSales(api, api.ours, file);
});
after(() => api[Symbol.asyncDispose]());

const read = async <T>(url: string): Promise<T> => {
  const answer = await api.ours.ask('GET', url);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<T>();
};

test('200 what files say of a series: attributes, the last stock at every location, and what is known ahead', async () => {
  const details = await read<SeriesDetails>(`/v1/series/${tea.series_id}/details`);
  assert.deepEqual(details.product, {
    code: 'Tea',
    name: 'Green tea',
    attributes: { category: 'drinks: hot', vendor: 'Ada' },
  });
  assert.deepEqual(
    details.stock.map(({ location, day, on_hand, out }) => [location.code, day, on_hand, out]),
    [
      ['North', '2026-03-08', 12, false],
      ['South', '2026-03-06', 0, true],
    ],
  );
  assert.deepEqual(
    details.ahead.map(({ from, to, drivers }) => [from, to, drivers.price]),
    [
      ['2026-03-11', '2026-03-11', 5],
      ['2026-03-12', '2026-03-13', 4],
      ['2026-03-14', '2027-03-11', 5],
    ],
  );
});

test('200 a history names the days without stock, and a forecast is not held against them', async () => {
  const { units, stock_outs } = await read<History>(`/v1/series/${tea.series_id}/history`);
  assert.deepEqual([units[6], stock_outs], [7, [{ index: 6, kind: 'stated' }]]);
  const { items } = await read<PastForecastPage>(`/v1/forecasts/${tea.series_id}/past`);
  assert.deepEqual([items[0].actual, items[0].observed], [[6, null, 8], 2]);
});

test('200 series are listed by an attribute of their product, before and after the first run', async () => {
  const listed = async (query: string) =>
    (await read<SeriesPage>(`/v1/series?${query}`)).items.map((item) => item.product.code);
  assert.deepEqual(await listed('attribute=category:drinks:%20hot'), ['Tea', 'Tea']);
  assert.deepEqual(await listed('attribute=category:bakery&location=North'), ['=Cake']);
  assert.deepEqual(await listed('attribute=vendor:Nobody'), []);
  await seedSales(api, api.stranger);
  await seedSales(api, api.stranger, 'sku,title,category\nTea,Black tea,drinks\n');
  const theirs = await api.stranger.ask('GET', '/v1/series?attribute=category:drinks');
  assert.deepEqual(
    theirs.json<SeriesPage>().items.map((item) => item.product.name),
    ['Black tea', 'Black tea'],
  );
});

test('400 an attribute without a value', async () => {
  assert.equal((await api.ours.ask('GET', '/v1/series?attribute=category')).statusCode, 400);
});

test('200 the calendar shows the events of files apart from its own', async () => {
  const calendar = await read<Calendar>('/v1/calendar');
  assert.deepEqual(
    [calendar.events, calendar.events_from_files.map(({ name, from, to }) => [name, from, to])],
    [[], [['Fair', '2026-04-01', '2026-04-02']]],
  );
  const theirs = (await api.stranger.ask('GET', '/v1/calendar')).json<Calendar>();
  assert.deepEqual(theirs.events_from_files, []);
});
