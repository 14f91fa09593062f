import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PastForecastPage } from '@shelfcast/contract';
import { seedRun } from '../../testing/seed-run.ts';
import { seedSales } from '../../testing/seed-sales.ts';
import { testApi } from '../../testing/test-api.ts';
import { besideActuals } from './beside-actuals.ts';

test('200 what was published stands beside what then sold, and what is not known yet is null', async () => {
  await using api = await testApi();
  const series = await seedSales(api, api.ours);
  const tea = series.find((row) => row.product_code === 'Tea' && row.location_code === 'North')!;
  const first = await seedRun(api, api.ours, series, '2026-03-06');
  const second = await seedRun(api, api.ours, series, '2026-03-09');
  const ask = async (query = '') =>
    (await api.ours.ask('GET', `/v1/forecasts/${tea.series_id}/past${query}`)).json<PastForecastPage>();

  const { items } = await ask();
  assert.deepEqual(
    items.map(({ run, from, actual, observed }) => ({ run, from, actual, observed })),
    [
      { run: second, from: '2026-03-09', actual: [9, 10, null], observed: 2 },
      { run: first, from: '2026-03-06', actual: [6, 7, 8], observed: 3 },
    ],
  );
  assert.ok(items[0].published_at);

  const page = await ask('?limit=1');
  assert.deepEqual([page.items.length, page.items[0].run], [1, second]);
  assert.equal((await ask(`?limit=1&cursor=${page.next}`)).items[0].run, first);
});

test('errors are measured over the periods that are known, closed ones left out', () => {
  const forecast = {
    frequency: 'D' as const,
    origin: '2026-03-01',
    from: '2026-03-02',
    horizon: 4,
    model: 'ses',
    mean: [10, 10, 10, 10],
    quantiles: { '0.1': [8, 8, 8, 8], '0.9': [12, 12, 12, 12] },
  };
  const { wape, bias, coverage80, observed } = besideActuals(1, null, forecast, [5, null, 11, null]);
  // |10−5| + |10−11| over 16; (10−5) + (10−11) over 16; one of two inside.
  assert.deepEqual([wape, bias, coverage80, observed], [6 / 16, 4 / 16, 0.5, 2]);
  const nothing = besideActuals(1, null, forecast, [null, null, null, null]);
  assert.deepEqual([nothing.wape, nothing.coverage80, nothing.observed], [null, null, 0]);
});
