import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PlaceList } from '@shelfcast/contract';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

const places = async (query = '') => {
  const answer = await api.ours.ask('GET', `/v1/places${query}`);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json<PlaceList>().items;
};

test('200 countries by name, and every code may be written into the calendar', async () => {
  const countries = await places();
  assert.ok(countries.length > 150);
  assert.ok(countries.some(({ place, name }) => place === 'GB' && name === 'United Kingdom'));
  const names = countries.map(({ name }) => name);
  assert.deepEqual(names, [...names].sort());
});

test('200 the parts of a country; one without parts and one that is none have none', async () => {
  const parts = await places('?within=DE');
  assert.ok(parts.some(({ place }) => place === 'DE-BY'));
  const payload = { place: parts[0].place, locations: [], events: [] };
  assert.equal((await api.ours.ask('PUT', '/v1/calendar', { payload })).statusCode, 200);
  assert.deepEqual([await places('?within=FO'), await places('?within=ZZ')], [[], []]);
});
