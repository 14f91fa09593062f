import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Forecast, ForecastBatch, Problem } from '@shelfcast/contract';
import type { SeriesRow } from '@shelfcast/ledger';
import { requestRun } from '@shelfcast/serving';
import { forecastOf, seedRun } from '../../testing/seed-run.ts';
import { seedSales } from '../../testing/seed-sales.ts';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
let series: SeriesRow[];
let older: number;
let current: number;

before(async () => {
  api = await testApi();
  series = await seedSales(api, api.ours);
  older = await seedRun(api, api.ours, series, '2026-03-05');
  current = await seedRun(api, api.ours, series);
});
after(() => api[Symbol.asyncDispose]());

const read = (path: string) => api.ours.ask('GET', `/v1/forecasts/${path}`);

test('200 the forecast of the current run, byte for byte as it was published', async () => {
  const [row] = series;
  const answer = await read(String(row.series_id));
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.body, JSON.stringify(forecastOf(current, row, '2026-03-08', row.series_id)));
  assert.match(String(answer.headers['content-type']), /^application\/json/);
  assert.ok(answer.headers.etag);
});

test('200 the forecast of an older run, by its number', async () => {
  const answer = await read(`${series[0].series_id}?run=${older}`);
  assert.deepEqual([answer.json<Forecast>().run, answer.json<Forecast>().from], [older, '2026-03-05']);
});

test('404 a run that is not published shows nothing of what it has written so far', async () => {
  const { run } = await api.database.withTenant(api.ours.tenant, (tx) =>
    requestRun(tx, { horizon: 5, requestedBy: 'Test' }),
  );
  const body = JSON.stringify(forecastOf(run, series[0], '2026-03-11', 1));
  await api.serving.publish(api.ours.tenant, run, [{ level: 'series', key: series[0].series_id, body }]);
  const answer = await read(`${series[0].series_id}?run=${run}`);
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [404, 'run.not_found']);
});

test('404 a series that is not there; 404 with another code before the first run', async () => {
  assert.equal((await read('999999')).json<Problem>().code, 'request.not_found');
  const answer = await api.stranger.ask('GET', '/v1/forecasts/1');
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [404, 'request.no_forecasts']);
});

test('200 a batch comes in the order asked for, and says what is missing', async () => {
  const ids = series.map((row) => row.series_id).reverse();
  const answer = await api.ours.ask('POST', '/v1/forecasts/batch', {
    payload: { series: [...ids, 999_999] },
  });
  assert.equal(answer.statusCode, 200, answer.body);
  const batch = answer.json<ForecastBatch>();
  assert.deepEqual(
    [batch.run, batch.items.map((item) => item.series), batch.missing],
    [current, ids, [999_999]],
  );
});

test('400 a batch of more than a thousand, of none, or with one twice', async () => {
  const many = Array.from({ length: 1001 }, (_, i) => i + 1);
  for (const ids of [many, [], [1, 1], ['1']]) {
    const answer = await api.ours.ask('POST', '/v1/forecasts/batch', { payload: { series: ids } });
    assert.equal(answer.statusCode, 400, JSON.stringify(ids).slice(0, 40));
  }
});

test('200 the forecast of a whole location', async () => {
  const answer = await api.ours.ask('GET', `/v1/locations/${series[0].location_id}/forecast`);
  const { level, location } = answer.json<Forecast>();
  assert.deepEqual([level, location?.code], ['location', series[0].location_code]);
});
