import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Accuracy, Overview, RunFailurePage } from '@shelfcast/contract';
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

test('200 the total is a forecast of its own, locations come by what they will sell, causes with their series', async () => {
  const answer = await api.ours.ask('GET', '/v1/overview');
  assert.equal(answer.statusCode, 200, answer.body);
  const overview = answer.json<Overview>();
  assert.deepEqual(
    [overview.total?.level, overview.total?.total.mean, overview.run?.run],
    ['total', 60, run],
  );
  assert.deepEqual(
    overview.locations.map((item) => item.location?.code),
    ['South', 'North'],
  );
  assert.deepEqual(
    overview.attention.map(({ kind, count, series: shown }) => [kind, count, shown[0].series]),
    [
      ['rising', 1, series[1].series_id],
      ['stand-in', 1, series[1].series_id],
    ],
  );
  assert.deepEqual(overview.counts, { products: 2, locations: 2, series: 4 });
  assert.equal(overview.accuracy?.wape, 0.4);
  assert.equal(overview.data.last_sold_on, '2026-03-10');
  assert.equal(overview.data.active_run, null);
});

test('200 what is under way is named', async () => {
  const queued = (await api.ours.ask('POST', '/v1/runs', { payload: { horizon: 5 } })).json<{ run: number }>()
    .run;
  const { data } = (await api.ours.ask('GET', '/v1/overview')).json<Overview>();
  assert.equal(data.active_run, queued);
});

test('200 a tenant that has nothing yet gets an overview of nothing', async () => {
  const overview = (await api.stranger.ask('GET', '/v1/overview')).json<Overview>();
  assert.deepEqual(
    [overview.run, overview.total, overview.locations, overview.counts.series, overview.data.last_sold_on],
    [null, null, [], 0, null],
  );
});

test('200 accuracy: overall, medians by model and location, and the runs so far', async () => {
  const accuracy = (await api.ours.ask('GET', '/v1/accuracy')).json<Accuracy>();
  assert.equal(accuracy.overall?.naive_wape, 0.5);
  // The median of 0.1, 0.2, 0.3; the series without a backtest has none.
  assert.deepEqual(accuracy.by_model, [
    { model: 'ses', series: 4, naive_won: 0, median_wape: 0.2, median_naive_wape: 0.5, median_bias: 0 },
  ]);
  assert.equal(accuracy.by_location.length, 2);
  assert.deepEqual(accuracy.runs, [
    { run, origin: '2026-03-07', wape: 0.4, naive_wape: 0.5, bias: -0.1, coverage80: 0.75 },
  ]);
});

test('200 failures: the series on which a model failed, with the cause', async () => {
  const page = (await api.ours.ask('GET', `/v1/runs/${run}/failures`)).json<RunFailurePage>();
  assert.deepEqual(
    page.items.map(({ series: id, model, failures }) => ({ id, model, failures })),
    [{ id: series[1].series_id, model: 'ses', failures: [{ model: 'tsb', cause: 'not-finite' }] }],
  );
});
