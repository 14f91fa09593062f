import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Problem } from '@shelfcast/contract';
import type { SeriesRow } from '@shelfcast/ledger';
import { openDuck } from '@shelfcast/shards';
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

test('200 CSV: a row a series and day, in the order of the run, safe to open in a spreadsheet', async () => {
  const answer = await api.ours.ask('GET', '/v1/forecasts/export');
  assert.equal(answer.statusCode, 200, answer.body);
  assert.equal(answer.headers['content-type'], 'text/csv; charset=utf-8');
  assert.equal(
    answer.headers['content-disposition'],
    `attachment; filename="forecasts-run-${run}-from-2026-03-07.csv"`,
  );
  const [header, ...rows] = answer.body.split('\r\n');
  assert.equal(header, 'series,product,product_name,location,location_name,date,model,mean,q0.1,q0.9');
  const [{ series_id: id }] = series;
  assert.equal(rows[0], `${id},'=Cake,,North,,2026-03-08,ses,${id},${id - 1},${id + 1}`);
  assert.equal(rows.length, 4 * 3 + 1);
  assert.equal(rows.at(-1), '');
});

test('200 Parquet: the same rows, readable by DuckDB', async () => {
  const answer = await api.ours.ask('GET', `/v1/forecasts/export?format=parquet&run=${run}`);
  assert.equal(answer.headers['content-type'], 'application/vnd.apache.parquet');
  const path = api.blobs.localPath!('downloaded.parquet');
  await writeFile(path, answer.rawPayload);
  await using duck = await openDuck();
  const result = await duck.connection.runAndReadAll(
    `SELECT count(*)::INT, min(product) FROM read_parquet('${path}')`,
  );
  assert.deepEqual(result.getRows(), [[12, '=Cake']]);
});

test('200 CSV from a store that is no folder: copied first, and the copy goes', async () => {
  const { localPath: _localPath, ...remote } = api.blobs;
  await using other = await testApi({ blobs: remote });
  await seedRun(other, other.ours, await seedSales(other, other.ours));
  const answer = await other.ours.ask('GET', '/v1/forecasts/export');
  assert.match(answer.body, /^series,product,/);
});

test('404 before the first run, and for a run whose export is gone', async () => {
  const none = await api.stranger.ask('GET', '/v1/forecasts/export');
  assert.deepEqual([none.statusCode, none.json<Problem>().code], [404, 'request.no_forecasts']);
  const gone = await seedRun(api, api.ours, series);
  await api.blobs.remove(`tenants/${api.ours.tenant}/runs/${gone}/export.parquet`);
  const answer = await api.ours.ask('GET', `/v1/forecasts/export?run=${gone}`);
  assert.deepEqual([answer.statusCode, answer.json<Problem>().code], [404, 'request.not_found']);
});
