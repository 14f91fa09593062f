import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { DataHealth } from '@shelfcast/contract';
import { refreshDataHealth } from '@shelfcast/ledger';
import { seedSales } from '../../testing/seed-sales.ts';
import { type Caller, type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

const read = async (caller: Caller) => {
  const answer = await caller.ask('GET', '/v1/data-health');
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<DataHealth>();
};
const reportsAsked = () =>
  api.jobs.filter(({ queue }) => queue === 'data-health').map(({ tenant }) => tenant);

test('200 the report with its age, and whether a newer one is being made', async () => {
  assert.deepEqual(
    { ...(await read(api.ours)), today: '' },
    { report: null, made_at: null, making: false, today: '' },
  );
  await seedSales(api, api.ours);
  assert.equal((await read(api.ours)).making, true);
  await refreshDataHealth(api.database, api.ours.tenant);
  const { report, making, made_at, today } = await read(api.ours);
  assert.equal(making, false);
  assert.ok(Date.now() - Date.parse(made_at ?? '') < 60_000);
  assert.equal(today, new Date().toISOString().slice(0, 10));
  assert.deepEqual(
    [report?.from, report?.to, report?.series, report?.location_count],
    ['2026-03-01', '2026-03-10', 4, 2],
  );
  assert.deepEqual(report?.locations.map(({ code, last, behind }) => [code, last, behind]).sort(), [
    ['North', '2026-03-10', 0],
    ['South', '2026-03-10', 0],
  ]);
  assert.ok(report?.findings.some(({ kind }) => kind === 'short-history'));
});

test('200 an undo asks for a new report, and so does a new calendar', async () => {
  const { items } = (await api.ours.ask('GET', '/v1/imports')).json<{ items: { import: number }[] }>();
  const calendar = { place: 'GB', locations: [], events: [] };
  await api.ours.ask('PUT', '/v1/calendar', { payload: calendar });
  assert.deepEqual(reportsAsked(), [api.ours.tenant]);
  await api.ours.ask('POST', `/v1/imports/${items[0].import}/undo`);
  assert.deepEqual(reportsAsked(), [api.ours.tenant, api.ours.tenant]);
  assert.equal((await read(api.ours)).making, true);
});

test("200 another tenant's report is never shown", async () => {
  assert.equal((await read(api.stranger)).report, null);
});
