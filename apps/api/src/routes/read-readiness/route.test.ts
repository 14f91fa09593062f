import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Readiness } from '@shelfcast/contract';
import { openDatabase } from '@shelfcast/database';
import { testApi } from '../../testing/test-api.ts';

test('200 when the database answers and its schema is ours; anybody may ask', async () => {
  await using api = await testApi();
  const answer = await api.app.inject('/readyz');
  assert.deepEqual(
    [answer.statusCode, answer.json<Readiness>()],
    [200, { status: 'ready', checks: { database: true, migrations: true } }],
  );
});

test('503 when the database is away; the process itself is still healthy', async () => {
  const database = openDatabase('postgres://shelfcast_app:x@127.0.0.1:1/nowhere');
  await using api = await testApi({ database });
  const answer = await api.app.inject('/readyz');
  assert.equal(answer.statusCode, 503);
  assert.deepEqual(answer.json<Readiness>().checks, { database: false, migrations: false });
  assert.equal((await api.app.inject('/healthz')).statusCode, 200);
  await database.close();
});

test('503 when the schema is another version', async () => {
  await using api = await testApi();
  const gate = { ...api.database.gate, appliedMigrations: async () => [{ number: 1, checksum: 'other' }] };
  await using other = await testApi({ database: { ...api.database, gate } });
  const answer = await other.app.inject('/readyz');
  assert.deepEqual(
    [answer.statusCode, answer.json<Readiness>().checks],
    [503, { database: true, migrations: false }],
  );
});
