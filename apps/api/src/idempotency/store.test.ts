import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TenantTransaction } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { type Claim, claim, keep, release } from './store.ts';

let clone: TestDatabase;
let tenant: TenantId;

before(async () => {
  clone = await cloneDatabase();
  tenant = await clone.tenant();
});
after(() => clone.close());

const inTenant = <T>(work: (tx: TenantTransaction) => Promise<T>) => clone.database.withTenant(tenant, work);
const by = (key: string, worker: string = crypto.randomUUID()): Claim => ({
  operation: 'createRun',
  key,
  requestHash: Buffer.alloc(32, 1),
  worker,
});
const age = (key: string, column: 'worked_until' | 'created_at', by: string) =>
  inTenant((tx) =>
    tx.query(
      `UPDATE shelfcast.idempotency_key SET ${column} = ${column} - $3::interval WHERE tenant_id = $1 AND key = $2`,
      [tx.tenant, key, by],
    ),
  );

test('a key that a dead process holds is free after a minute, and its late answer is not kept', async () => {
  const dead = by('a');
  assert.equal(await inTenant((tx) => claim(tx, dead)), 'ours');
  assert.equal(await inTenant((tx) => claim(tx, by('a'))), 'in-progress');
  await age('a', 'worked_until', '61 seconds');
  const heir = by('a');
  assert.equal(await inTenant((tx) => claim(tx, heir)), 'ours');
  await inTenant((tx) => keep(tx, dead, { status: 500, body: 'late' }));
  await inTenant((tx) => keep(tx, heir, { status: 202, location: '/v1/runs/1', body: { run: 1 } }));
  assert.deepEqual(await inTenant((tx) => claim(tx, by('a'))), {
    answer: { status: 202, location: '/v1/runs/1', body: { run: 1 } },
  });
});

test('an answer is kept for a day', async () => {
  const first = by('b');
  await inTenant((tx) => claim(tx, first));
  await inTenant((tx) => keep(tx, first, { status: 200, body: 1 }));
  await age('b', 'created_at', '23 hours');
  assert.notEqual(await inTenant((tx) => claim(tx, by('b'))), 'ours');
  await age('b', 'created_at', '2 hours');
  assert.equal(await inTenant((tx) => claim(tx, by('b'))), 'ours');
});

test('a release frees what is not answered, and never what is', async () => {
  const failed = by('c');
  await inTenant((tx) => claim(tx, failed));
  await inTenant((tx) => release(tx, failed));
  const second = by('c');
  assert.equal(await inTenant((tx) => claim(tx, second)), 'ours');
  await inTenant((tx) => keep(tx, second, { status: 200, body: 2 }));
  await inTenant((tx) => release(tx, second));
  assert.deepEqual(await inTenant((tx) => claim(tx, by('c'))), {
    answer: { status: 200, location: undefined, body: 2 },
  });
});
