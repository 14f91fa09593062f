import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { createApiKey, listApiKeys, revokeApiKey, verifyApiKey } from './api-keys.ts';

let clone: TestDatabase;
let tenant: TenantId;
let stranger: TenantId;

before(async () => {
  clone = await cloneDatabase();
  [tenant, stranger] = [await clone.tenant('A'), await clone.tenant('B')];
});
after(() => clone.close());

const make = (name: string) =>
  clone.database.withTenant(tenant, (tx) => createApiKey(tx, { name, scopes: ['read', 'write'] }));

test('a key says who holds it and what they may do', async () => {
  const { key, keyId, prefix } = await make('Till');
  assert.match(key, /^shc_[0-9a-v]{8}_[\w-]{43}$/);
  assert.ok(key.startsWith(`${prefix}_`));
  assert.deepEqual(await verifyApiKey(clone.database, key), {
    tenant,
    keyId,
    name: 'Till',
    scopes: ['read', 'write'],
  });
});

test('the key itself stands nowhere in the database', async () => {
  const { key } = await make('Nowhere');
  const rows = await clone.database.withTenant(tenant, (tx) =>
    tx.query<{ row: string }>('SELECT k::text AS row FROM shelfcast.api_key k WHERE tenant_id = $1', [
      tenant,
    ]),
  );
  assert.ok(rows.length > 0);
  assert.ok(rows.every(({ row }) => !row.includes(key.split('_').slice(2).join('_'))));
});

test('a key with one character changed, a revoked key and any other text are nobody’s', async () => {
  const { key, keyId } = await make('Revoked');
  const changed = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
  for (const text of [changed, `${key} `, '', 'shc_', "' OR 1=1"]) {
    assert.equal(await verifyApiKey(clone.database, text), undefined);
  }
  const revoke = () => clone.database.withTenant(tenant, (tx) => revokeApiKey(tx, keyId));
  assert.deepEqual([await revoke(), await revoke()], [true, true]);
  assert.equal(await verifyApiKey(clone.database, key), undefined);
});

test('a stranger neither sees a tenant’s keys nor revokes them', async () => {
  const { key, keyId } = await make('Mine');
  assert.deepEqual(await clone.database.withTenant(stranger, listApiKeys), []);
  assert.equal(await clone.database.withTenant(stranger, (tx) => revokeApiKey(tx, keyId)), false);
  assert.equal(await clone.database.withTenant(stranger, (tx) => revokeApiKey(tx, 'not-a-uuid')), false);
  assert.ok(await verifyApiKey(clone.database, key));
});

test('the list shows when a key was last used, and never the key', async () => {
  const { key, keyId } = await make('Used');
  const find = async () =>
    (await clone.database.withTenant(tenant, listApiKeys)).find((listed) => listed.keyId === keyId);
  assert.equal((await find())?.lastUsedAt, null);
  await verifyApiKey(clone.database, key);
  const listed = await find();
  assert.ok(listed?.lastUsedAt instanceof Date);
  assert.ok(!JSON.stringify(listed).includes(key));
});
