import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Calendar, Problem } from '@shelfcast/contract';
import { seedSales } from '../../testing/seed-sales.ts';
import { type Caller, type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
let location: number;
before(async () => {
  api = await testApi();
  [{ location_id: location }] = await seedSales(api, api.ours);
});
after(() => api[Symbol.asyncDispose]());

const EMPTY = { place: null, locations: [], events: [] };
const replace = (caller: Caller, payload: object) => caller.ask('PUT', '/v1/calendar', { payload });
const read = async (caller: Caller) => (await caller.ask('GET', '/v1/calendar')).json<Calendar>();
const fair = (more: object = {}) => ({
  name: 'Fair',
  kind: 'event',
  from: '2026-06-20',
  to: '2026-06-21',
  yearly: true,
  locations: [location],
  ...more,
});

test('200 the calendar is replaced whole, and read as it was written', async () => {
  const asked = {
    place: 'de-by',
    locations: [{ location, place: 'FR' }],
    events: [fair(), fair({ locations: null })],
  };
  const answer = await replace(api.ours, asked);
  assert.equal(answer.statusCode, 200, answer.body);
  const written = { ...asked, place: 'DE-BY', place_from: 'settings', events_from_files: [] };
  assert.deepEqual(answer.json<Calendar>(), written);
  assert.deepEqual(await read(api.ours), written);
  assert.deepEqual((await replace(api.ours, EMPTY)).json<Calendar>(), {
    ...EMPTY,
    place_from: null,
    events_from_files: [],
  });
});

test('200 without a choice the currency or the time zone tells the country, and the answer says which', async () => {
  await api.database.withTenant(api.stranger.tenant, (tx) =>
    tx.query(`UPDATE shelfcast.tenant SET currency = 'SEK' WHERE tenant_id = $1`, [tx.tenant]),
  );
  const { place, place_from } = await read(api.stranger);
  assert.deepEqual([place, place_from], ['SE', 'currency']);
});

test('400 a place without a calendar and an event that ends before it begins, with the field', async () => {
  for (const [payload, field] of [
    [{ ...EMPTY, place: 'ZZ' }, 'place'],
    [{ ...EMPTY, locations: [{ location, place: 'DE-XX' }] }, 'locations.0.place'],
    [{ ...EMPTY, events: [fair({ to: '2026-06-19' })] }, 'events.0.to'],
    [{ ...EMPTY, events: [fair({ from: '2026-02-30' })] }, 'events.0.from'],
    [{ ...EMPTY, events: [fair({ kind: 'party' })] }, 'events.0.kind'],
    [{ locations: [], events: [] }, 'place'],
  ] as const) {
    const answer = await replace(api.ours, payload);
    assert.equal(answer.statusCode, 400, answer.body);
    assert.equal(answer.json<Problem>().where?.field, field);
  }
});

test('404 a location that belongs to another tenant, and nothing is changed', async () => {
  await replace(api.stranger, { ...EMPTY, place: 'IT' });
  for (const payload of [
    { ...EMPTY, place: 'ES', locations: [{ location, place: 'FR' }] },
    { ...EMPTY, place: 'ES', events: [fair()] },
  ]) {
    const answer = await replace(api.stranger, payload);
    assert.equal(answer.statusCode, 404, answer.body);
    assert.equal(answer.json<Problem>().code, 'request.not_found');
  }
  assert.equal((await read(api.stranger)).place, 'IT');
});

test('200 a tenant sees its own calendar and no other', async () => {
  await replace(api.ours, { ...EMPTY, place: 'GB', events: [fair()] });
  assert.deepEqual((await read(api.stranger)).events, []);
});
