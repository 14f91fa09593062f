import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CreatedKey, KeyPage } from '@shelfcast/contract';
import { type TestApi, testApi } from '../../testing/test-api.ts';

let api: TestApi;
before(async () => {
  api = await testApi();
});
after(() => api[Symbol.asyncDispose]());

test('201 the secret is shown this once, works at once, and never appears in a list', async () => {
  const answer = await api.ours.ask('POST', '/v1/keys', {
    payload: { name: 'Nightly export', scopes: ['read'] },
  });
  assert.equal(answer.statusCode, 201, answer.body);
  const { key, secret, prefix } = answer.json<CreatedKey>();
  assert.equal(answer.headers.location, `/v1/keys/${key}`);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const list = await api.ours.ask('GET', '/v1/keys');
  assert.ok(!list.body.includes(secret.slice(prefix.length + 1)));
  assert.ok(list.json<KeyPage>().items.some((item) => item.key === key && item.name === 'Nightly export'));
  const used = await api.app.inject({ url: '/v1/runs', headers: { authorization: `Bearer ${secret}` } });
  assert.equal(used.statusCode, 200);
});

test('what a key does is shown under its name, never with a part of its secret', async () => {
  const { key } = api.ours;
  await api.ours.ask('POST', '/v1/runs', { payload: {} });
  const { body } = await api.ours.ask('GET', '/v1/runs');
  assert.match(body, /"requested_by":"Test \(API key\)"/);
  assert.ok(!body.includes(key.slice(0, 20)));
});

test('400 without a name, without a scope, or with a scope that there is not', async () => {
  for (const payload of [
    { name: '', scopes: ['read'] },
    { name: 'x', scopes: [] },
    { name: 'x', scopes: ['root'] },
  ]) {
    assert.equal(
      (await api.ours.ask('POST', '/v1/keys', { payload })).statusCode,
      400,
      JSON.stringify(payload),
    );
  }
});

test('404 revoking a key that is not there', async () => {
  assert.equal((await api.ours.ask('DELETE', `/v1/keys/${crypto.randomUUID()}`)).statusCode, 404);
});
