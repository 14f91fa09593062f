import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { Client } from 'pg';
import { promoteTenant } from './promote-tenant.ts';

const ROWS = 5000;

/** A table as large ones are: by tenant, and the rest in hash partitions. */
async function withLargeTable(clone: TestDatabase): Promise<void> {
  const owner = new Client({ connectionString: clone.ownerUrl });
  await owner.connect();
  await owner.query(`
    CREATE TABLE shelfcast.thing (tenant_id uuid NOT NULL, thing_id integer NOT NULL, note text NOT NULL DEFAULT '',
      PRIMARY KEY (tenant_id, thing_id)) PARTITION BY LIST (tenant_id);
    CREATE INDEX thing_note ON shelfcast.thing (tenant_id, note);
    CREATE TABLE shelfcast.thing_pool PARTITION OF shelfcast.thing DEFAULT PARTITION BY HASH (tenant_id);
    CREATE TABLE shelfcast.thing_pool_0 PARTITION OF shelfcast.thing_pool FOR VALUES WITH (MODULUS 2, REMAINDER 0);
    CREATE TABLE shelfcast.thing_pool_1 PARTITION OF shelfcast.thing_pool FOR VALUES WITH (MODULUS 2, REMAINDER 1);
    CALL shelfcast.protect('shelfcast.thing');
    CALL shelfcast.protect('shelfcast.thing_pool');
    CALL shelfcast.protect('shelfcast.thing_pool_0');
    CALL shelfcast.protect('shelfcast.thing_pool_1');
    GRANT MAINTAIN ON shelfcast.thing_pool_0, shelfcast.thing_pool_1 TO shelfcast_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON shelfcast.thing TO shelfcast_app`);
  await owner.end();
}

const insert = 'INSERT INTO shelfcast.thing SELECT $1, i FROM generate_series($2::integer, $3::integer) i';
const count = 'SELECT count(*) AS n FROM shelfcast.thing WHERE tenant_id = $1';

async function prepared(clone: TestDatabase) {
  await withLargeTable(clone);
  const { withTenant } = clone.database;
  // Many neighbours, so that some share the hash partition.
  const tenants: TenantId[] = [];
  for (let i = 0; i < 5; i++) tenants.push(await clone.tenant());
  for (const tenant of tenants) await withTenant(tenant, (tx) => tx.query(insert, [tenant, 1, ROWS]));
  const counted = async (tenant: TenantId, options = {}) =>
    withTenant(tenant, async (tx) => (await tx.query<{ n: number }>(count, [tenant]))[0].n, options);
  return { tenants, counted, withTenant };
}

test('a promoted tenant has its rows in partitions of its own, and nobody else’s change', async () => {
  await using clone = await cloneDatabase();
  const { tenants, counted, withTenant } = await prepared(clone);
  const moved = await promoteTenant(clone.ownerUrl, tenants[0]);
  assert.ok(moved.includes('thing'));
  for (const tenant of tenants) assert.equal(await counted(tenant), ROWS);
  const home = await withTenant(tenants[0], (tx) =>
    tx.query<{ home: string }>(
      'SELECT DISTINCT tableoid::regclass::text AS home FROM shelfcast.thing WHERE tenant_id = $1',
      [tenants[0]],
    ),
  );
  const own = `shelfcast.thing_t_${tenants[0].replaceAll('-', '')}`;
  assert.deepEqual(home, [{ home: own }]);
  const may =
    "SELECT has_table_privilege($1, 'MAINTAIN') AS maintain, has_table_privilege($1, 'SELECT') AS read";
  assert.deepEqual(await withTenant(tenants[0], (tx) => tx.query(may, [own])), [
    { maintain: true, read: false },
  ]);
  const [{ promoted_at }] = await withTenant(tenants[0], (tx) =>
    tx.query<{ promoted_at: Date | null }>('SELECT promoted_at FROM shelfcast.tenant WHERE tenant_id = $1', [
      tenants[0],
    ]),
  );
  assert.ok(promoted_at);
});

test('a second promotion changes nothing, and new rows go where the others are', async () => {
  await using clone = await cloneDatabase();
  const { tenants, counted, withTenant } = await prepared(clone);
  await promoteTenant(clone.ownerUrl, tenants[0]);
  assert.deepEqual(await promoteTenant(clone.ownerUrl, tenants[0]), []);
  await withTenant(tenants[0], (tx) => tx.query(insert, [tenants[0], ROWS + 1, ROWS + 10]));
  assert.equal(await counted(tenants[0]), ROWS + 10);
});

test('readers and writers at the same time see every row at every moment', async () => {
  await using clone = await cloneDatabase();
  const { tenants, counted, withTenant } = await prepared(clone);
  let promoting = true;
  let reads = 0;
  const readers = [
    {},
    { isolation: 'repeatable read' as const },
    { isolation: 'repeatable read' as const },
  ].map(async (options) => {
    while (promoting) {
      for (const tenant of tenants.slice(0, 2)) {
        const seen = await counted(tenant, options);
        assert.ok(seen >= ROWS, `Only ${seen} of ${ROWS} rows were seen.`);
        reads += 1;
      }
    }
  });
  let written = 0;
  const writer = (async () => {
    while (promoting) {
      const next = ROWS + written + 1;
      await withTenant(tenants[0], async (tx) => {
        await tx.query(count, [tenants[0]]);
        await tx.query(insert, [tenants[0], next, next]);
      });
      written += 1;
    }
  })();
  try {
    await promoteTenant(clone.ownerUrl, tenants[0]);
    const before = reads;
    while (reads < before + 20) await new Promise((resolve) => setTimeout(resolve, 5));
  } finally {
    promoting = false;
    await Promise.all([...readers, writer]);
  }
  assert.ok(written > 0);
  assert.equal(await counted(tenants[0]), ROWS + written);
});

test('a snapshot from before the promotion holds it up until it ends, and misses no row', async () => {
  await using clone = await cloneDatabase();
  const { tenants, withTenant } = await prepared(clone);
  let promotion: Promise<string[]> | undefined;
  let done = false;
  await withTenant(
    tenants[0],
    async (tx) => {
      // Its snapshot is taken, but the table not yet touched: nothing but the partitions' lock protects it.
      promotion = promoteTenant(clone.ownerUrl, tenants[0]).finally(() => (done = true));
      await new Promise((resolve) => setTimeout(resolve, 1500));
      assert.equal(done, false);
      assert.equal((await tx.query<{ n: number }>(count, [tenants[0]]))[0].n, ROWS);
    },
    { isolation: 'repeatable read', readOnly: true },
  );
  assert.ok((await promotion)?.includes('thing'));
});
