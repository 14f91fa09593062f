import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemaIsCurrent } from '@shelfcast/database';
import { cloneDatabase } from './index.ts';

test('two clones know nothing of each other', async () => {
  await using one = await cloneDatabase();
  await using two = await cloneDatabase();
  const tenant = await one.tenant('Only in one');
  assert.deepEqual(await one.database.gate.tenants(), [{ tenant_id: tenant }]);
  assert.deepEqual(await two.database.gate.tenants(), []);
});

test('a clone has every migration and no tenant', async () => {
  await using clone = await cloneDatabase();
  assert.equal(await schemaIsCurrent(clone.database), true);
  assert.deepEqual(await clone.database.gate.tenants(), []);
});
