import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import type { Run } from '@shelfcast/contract';
import { cancelRun } from '@shelfcast/serving';
import { type TestApi, testApi } from '../../testing/test-api.ts';

async function startWatching(api: TestApi) {
  const origin = await api.app.listen({ host: '127.0.0.1', port: 0 });
  const { run } = (await api.ours.ask('POST', '/v1/runs', { payload: {} })).json<Run>();
  const watch = (headers: Record<string, string> = {}) =>
    fetch(`${origin}/v1/runs/${run}/events`, {
      headers: { authorization: `Bearer ${api.ours.key}`, ...headers },
    });
  return { run, watch };
}

const states = (text: string) =>
  [...text.matchAll(/^data: (.*)$/gm)].map(([, data]) => (JSON.parse(data) as Run).state);

test('200 tells each change over a real connection, and ends after the end state', async () => {
  await using api = await testApi();
  const { run, watch } = await startWatching(api);
  const answer = await watch();
  assert.equal(answer.headers.get('content-type'), 'text/event-stream');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const text = answer.text();
  await delay(100);
  await api.database.withTenant(api.ours.tenant, (tx) => cancelRun(tx, run));
  assert.deepEqual(states(await text), ['queued', 'cancelled']);
});

test('204 for a client that reconnects after the end state: there is nothing more to come', async () => {
  await using api = await testApi();
  const { run, watch } = await startWatching(api);
  await api.database.withTenant(api.ours.tenant, (tx) => cancelRun(tx, run));
  const text = await (await watch()).text();
  const [, id] = /^id: (.*)$/m.exec(text)!;
  assert.equal((await watch({ 'last-event-id': id })).status, 204);
});

test('a server that closes ends its streams first, and does not wait for their end states', async () => {
  await using api = await testApi();
  const { watch } = await startWatching(api);
  const text = (await watch()).text();
  await delay(100);
  await api.app.close();
  assert.deepEqual(states(await text), ['queued']);
});
