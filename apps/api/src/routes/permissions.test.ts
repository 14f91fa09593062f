import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Operation, type OperationId, operations } from '@shelfcast/contract';
import { permissions } from '../plugins/authentication/permissions.ts';
import { type Caller, type TestApi, testApi } from '../testing/test-api.ts';

let api: TestApi;
let reader: Caller;
let writer: Caller;

before(async () => {
  api = await testApi();
  reader = await api.caller(['read']);
  writer = await api.caller(['write']);
});
after(() => api[Symbol.asyncDispose]());

const all = Object.entries(operations) as [OperationId, Operation][];
const address = (url: string) => url.replace(':key', crypto.randomUUID()).replace(/:\w+/, '1');

test('every operation of the contract is served, and every served operation stands in the table of permissions', () => {
  for (const [id, { method, url }] of all)
    assert.ok(api.app.hasRoute({ method, url }), `${id} is not served`);
  const served = Object.values(api.app.swagger().paths ?? {}).flatMap((path) =>
    Object.values(path ?? {}).map((operation) => (operation as { operationId: string }).operationId),
  );
  assert.deepEqual(served.sort(), Object.keys(permissions).sort());
});

for (const [id, { method, url }] of all.filter(([name]) => permissions[name] !== 'public')) {
  test(`401 ${id}: nobody is signed in`, async () => {
    const answer = await api.app.inject({
      method,
      url: address(url),
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    assert.equal(answer.statusCode, 401, answer.body);
    assert.equal(answer.json<{ code: string }>().code, 'request.not_signed_in');
    assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
  });
}

for (const [id, { method, url }] of all.filter(([name]) => permissions[name] === 'write')) {
  test(`403 ${id}: a key that may only read`, async () => {
    const answer = await reader.ask(method, address(url));
    assert.equal(answer.statusCode, 403, answer.body);
    assert.match(answer.json<{ detail: string }>().detail, /“write”/);
  });
}

for (const [id, { method, url }] of all.filter(([name]) => permissions[name] === 'admin')) {
  test(`403 ${id}: a key that may read and write, but not administer`, async () => {
    assert.equal((await writer.ask(method, address(url))).statusCode, 403);
  });
}

test('401 a key that is revoked, mistyped or of another scheme', async () => {
  const other = await api.caller(['read']);
  assert.equal((await other.ask('GET', '/v1/runs')).statusCode, 200);
  const { items } = (await api.ours.ask('GET', '/v1/keys')).json<{
    items: { key: string; prefix: string }[];
  }>();
  const { key } = items.find(({ prefix }) => other.key.startsWith(prefix))!;
  assert.equal((await api.ours.ask('DELETE', `/v1/keys/${key}`)).statusCode, 204);
  for (const authorization of [`Bearer ${other.key}`, 'Bearer nonsense', 'Basic YTpi', 'Bearer ']) {
    const answer = await api.app.inject({ method: 'GET', url: '/v1/runs', headers: { authorization } });
    assert.equal(answer.statusCode, 401, authorization);
    assert.equal(answer.json<{ code: string }>().code, 'auth.invalid_key');
  }
});
