import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Problem } from '@shelfcast/contract';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

async function refused(method: 'GET' | 'POST', url: string, payload?: object): Promise<Problem> {
  const answer = await api.ours.ask(method, url, { payload });
  assert.equal(answer.statusCode, 400, answer.body);
  const problem = answer.json<Problem>();
  assert.equal(problem.code, 'request.invalid');
  return problem;
}

test('an unknown word says which words there are', async () => {
  const { detail, remedy, where } = await refused('GET', '/v1/forecasts/export?format=excel');
  assert.equal(where?.field, 'format');
  assert.equal(detail, '“format” in the query is none of the words it can be.');
  assert.equal(remedy, 'Use one of: csv, parquet.');
});

test('a misspelt parameter is named, not ignored', async () => {
  const { detail, where } = await refused('GET', '/v1/series?serach=tea');
  assert.equal(where?.field, 'serach');
  assert.equal(detail, 'The query has an unknown field “serach”.');
});

test('a missing field is named', async () => {
  assert.equal((await refused('POST', '/v1/forecasts/batch', {})).detail, '“series” is missing in the body.');
});

test('a number written as text in a JSON body is refused, in the query it is read', async () => {
  const { where, remedy } = await refused('POST', '/v1/runs', { horizon: '28' });
  assert.equal(where?.field, 'horizon');
  assert.equal(remedy, 'Give a whole number.');
  assert.equal((await api.ours.ask('GET', '/v1/runs?limit=5')).statusCode, 200);
});

test('a day that is none says how a day is written', async () => {
  const { detail, remedy } = await refused('GET', '/v1/series/1/history?from=2026-02-30');
  assert.equal(detail, '“from” in the query is no date.');
  assert.equal(remedy, 'Write a day as 2026-03-31.');
});

test('an id that is no number is refused before the database is asked', async () => {
  for (const id of ['abc', '1.5', '0', '-3', '99999999999999999999'])
    await refused('GET', `/v1/series/${id}`);
});
