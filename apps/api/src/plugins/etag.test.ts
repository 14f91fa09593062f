import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestApi, testApi } from '../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

const ifNoneMatch = (tag: string) => api.ours.ask('GET', '/v1/runs', { headers: { 'if-none-match': tag } });

test('a read carries an ETag; who has it already gets 304 and no body', async () => {
  const first = await api.ours.ask('GET', '/v1/runs');
  const tag = String(first.headers.etag);
  assert.equal(first.headers['cache-control'], 'private, no-cache');
  for (const sent of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await ifNoneMatch(sent);
    assert.deepEqual([again.statusCode, again.body, again.headers.etag], [304, '', tag], sent);
  }
  assert.equal((await ifNoneMatch('"other"')).statusCode, 200);
});

test('a change changes the ETag', async () => {
  const { headers } = await api.ours.ask('GET', '/v1/runs');
  await api.ours.ask('POST', '/v1/runs', { payload: {} });
  const after = await ifNoneMatch(String(headers.etag));
  assert.equal(after.statusCode, 200);
  assert.notEqual(after.headers.etag, headers.etag);
});

test('problems carry none and are not kept', async () => {
  const { headers } = await api.ours.ask('GET', '/v1/runs/99');
  assert.equal(headers.etag, undefined);
  assert.equal(headers['cache-control'], 'no-store');
});
