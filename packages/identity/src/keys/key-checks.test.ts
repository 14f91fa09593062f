import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { createApiKey, revokeApiKey } from './api-keys.ts';
import { keyChecks, REMEMBERED_MILLISECONDS } from './key-checks.ts';

let clone: TestDatabase;
let tenant: TenantId;
before(async () => {
  clone = await cloneDatabase();
  tenant = await clone.tenant();
});
after(() => clone.close());

const make = () =>
  clone.database.withTenant(tenant, (tx) => createApiKey(tx, { name: 'Till', scopes: ['read'] }));
const revoke = (keyId: string) => clone.database.withTenant(tenant, (tx) => revokeApiKey(tx, keyId));

/** The database, counting who asks it for a key. */
function counting() {
  const state = { asked: 0, milliseconds: 1 };
  const database: Database = {
    ...clone.database,
    gate: {
      ...clone.database.gate,
      tenantOfKey: (hash) => {
        state.asked += 1;
        return clone.database.gate.tenantOfKey(hash);
      },
    },
  };
  return { state, checks: keyChecks(database, () => state.milliseconds) };
}

test('a key is looked up once, however many requests come with it', async () => {
  const { key, keyId } = await make();
  const { state, checks } = counting();
  const holders = await Promise.all(Array.from({ length: 30 }, () => checks.holderOf(key)));
  assert.ok(holders.every((holder) => holder?.keyId === keyId && holder.tenant === tenant));
  assert.equal(state.asked, 1);
});

test('a key revoked here is refused at once, one revoked elsewhere within five seconds', async () => {
  const { key, keyId } = await make();
  const [here, elsewhere] = [counting(), counting()];
  for (const { checks } of [here, elsewhere]) assert.ok(await checks.holderOf(key));
  await revoke(keyId);
  here.checks.forget(keyId);
  assert.equal(await here.checks.holderOf(key), undefined);
  elsewhere.state.milliseconds += REMEMBERED_MILLISECONDS + 1;
  assert.equal(await elsewhere.checks.holderOf(key), undefined);
  assert.ok(REMEMBERED_MILLISECONDS <= 5_000);
});

test('while the database is down nobody comes in on an answer that has run out', async () => {
  const { key } = await make();
  const state = { milliseconds: 1, down: false };
  const database: Database = {
    ...clone.database,
    withTenant: (...args) =>
      state.down ? Promise.reject(new Error('down')) : clone.database.withTenant(...args),
  };
  const checks = keyChecks(database, () => state.milliseconds);
  assert.ok(await checks.holderOf(key));
  state.down = true;
  assert.ok(await checks.holderOf(key));
  state.milliseconds += REMEMBERED_MILLISECONDS + 1;
  await assert.rejects(checks.holderOf(key), /down/);
});

test('a text that is no key is nobody’s, and a flood of them asks the database for nothing', async () => {
  const { state, checks } = counting();
  for (const text of ['', 'shc_', "' OR 1=1", 'x'.repeat(10_000)])
    assert.equal(await checks.holderOf(text), undefined);
  assert.equal(state.asked, 0);
});
