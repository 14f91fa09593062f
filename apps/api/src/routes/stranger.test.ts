import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type OperationId, operations } from '@shelfcast/contract';
import { seedRun } from '../testing/seed-run.ts';
import { seedSales } from '../testing/seed-sales.ts';
import { type TestApi, testApi } from '../testing/test-api.ts';

let api: TestApi;
let ids: Record<string, string | number>;

before(async () => {
  api = await testApi();
  const series = await seedSales(api, api.ours);
  const run = await seedRun(api, api.ours, series);
  // The stranger has sales and forecasts too: a 404 must come from whose it is, not from having nothing.
  const theirs = await seedSales(api, api.stranger);
  await seedRun(api, api.stranger, theirs);
  const { items: imports } = (await api.ours.ask('GET', '/v1/imports')).json<{
    items: { import: number }[];
  }>();
  const { items: keys } = (await api.ours.ask('GET', '/v1/keys')).json<{ items: { key: string }[] }>();
  ids = {
    series: series[0].series_id,
    location: series[0].location_id,
    run,
    import: imports[0].import,
    key: keys[0].key,
    upload: (
      await api.ours.ask('POST', '/v1/uploads', { payload: { file_name: 'a.csv', file_bytes: 9 } })
    ).json<{
      upload: string;
    }>().upload,
  };
});
after(() => api[Symbol.asyncDispose]());

const withId = Object.entries(operations).filter(([, { url }]) => url.includes('/:'));
/** Those that would change something, after those that look. */
const ordered = withId.sort(([, a], [, b]) => Number(a.method !== 'GET') - Number(b.method !== 'GET'));

for (const [name, { method, url, schema }] of ordered) {
  test(`404 ${name}: belongs to another tenant`, async () => {
    const address = url.replace(/:(\w+)/, (_, id: string) => String(ids[id]));
    const answer = await api.stranger.ask(method, address, 'body' in schema ? { payload: {} } : {});
    assert.equal(answer.statusCode, 404, answer.body);
    assert.equal(answer.headers['content-type'], 'application/problem+json');
  });
}

for (const name of ['readForecast', 'readLocationForecast', 'exportForecasts'] satisfies OperationId[]) {
  test(`404 ${name}: the run asked for belongs to another tenant`, async () => {
    const { items } = (await api.stranger.ask('GET', '/v1/series')).json<{
      items: { series: number; location: { location: number } }[];
    }>();
    const own: Record<string, number> = { series: items[0].series, location: items[0].location.location };
    const address = operations[name].url.replace(/:(\w+)/, (_, id: string) => String(own[id]));
    assert.equal((await api.stranger.ask('GET', address)).statusCode, 200);
    const answer = await api.stranger.ask('GET', `${address}?run=${ids.run}`);
    assert.equal(answer.statusCode, 404, answer.body);
    assert.equal(answer.json<{ code: string }>().code, 'run.not_found');
  });
}

test('200 readForecastBatch: series of another tenant are missing, not served', async () => {
  const answer = await api.stranger.ask('POST', '/v1/forecasts/batch', { payload: { series: [ids.series] } });
  const body = answer.json<{ items: unknown[]; missing: number[] }>();
  assert.deepEqual({ items: body.items, missing: body.missing }, { items: [], missing: [ids.series] });
});

test('200 listSeries: a cursor of another tenant shows the rows of whoever asks', async () => {
  const { next } = (await api.ours.ask('GET', '/v1/series?limit=1')).json<{ next: string }>();
  const answer = await api.stranger.ask('GET', `/v1/series?limit=1&cursor=${next}`);
  const { items } = answer.json<{ items: { series: number }[] }>();
  const { items: mine } = (await api.ours.ask('GET', '/v1/series')).json<{ items: { series: number }[] }>();
  const ourIds = new Set(mine.map((row) => row.series));
  assert.ok(items.every((row) => !ourIds.has(row.series)));
});

test('lists show nothing of another tenant', async () => {
  const listed = async (caller: typeof api.ours) => {
    const answers = await Promise.all(
      ['/v1/imports', '/v1/runs', '/v1/keys', '/v1/series', '/v1/locations'].map((url) =>
        caller.ask('GET', url),
      ),
    );
    return answers.flatMap((answer) => {
      const { items } = answer.json<{ items: Record<string, unknown>[] }>();
      return items.map((item) =>
        JSON.stringify([item.import, item.run, item.key, item.series, item.location]),
      );
    });
  };
  const mine = new Set(await listed(api.ours));
  assert.ok(mine.size > 0);
  assert.deepEqual(
    (await listed(api.stranger)).filter((id) => mine.has(id)),
    [],
  );
});
