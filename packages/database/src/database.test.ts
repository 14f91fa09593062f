import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ShelfcastError, type TenantId, tenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { Client } from 'pg';
import { openDatabase } from './database.ts';
import type { TenantTransaction } from './transaction.ts';

let clone: TestDatabase;
let tenant: TenantId;

before(async () => {
  clone = await cloneDatabase();
  tenant = await clone.tenant('A');
});
after(() => clone.close());

const code = (wanted: string) => (error: unknown) =>
  error instanceof ShelfcastError && error.kind.code === wanted;

async function nameOf(of: TenantId): Promise<string | undefined> {
  const rows = await clone.database.withTenant(of, (tx) =>
    tx.sql.selectFrom('tenant').select('name').where('tenant_id', '=', of).execute(),
  );
  return rows[0]?.name;
}

const rename = (name: string) => ({
  text: 'UPDATE shelfcast.tenant SET name = $2 WHERE tenant_id = $1',
  name,
});

test('what work does is committed when it resolves, and rolled back when it throws', async () => {
  const { text } = rename('B');
  assert.equal(
    await clone.database.withTenant(tenant, (tx) => tx.query(text, [tenant, 'B']).then(() => 'done')),
    'done',
  );
  assert.equal(await nameOf(tenant), 'B');
  const failing = clone.database.withTenant(tenant, async (tx) => {
    await tx.query(text, [tenant, 'C']);
    throw new Error('changed my mind');
  });
  await assert.rejects(failing, /changed my mind/);
  assert.equal(await nameOf(tenant), 'B');
});

test('what is no tenant id never reaches the database', async () => {
  for (const bad of ['', "x'; DROP TABLE shelfcast.tenant; --", tenant.toUpperCase(), `${tenant} `]) {
    const work = clone.database.withTenant(bad as TenantId, async () => assert.fail('It ran.'));
    await assert.rejects(work, RangeError);
  }
});

test('a statement that failed can’t be swallowed into a commit', async () => {
  const swallowed = clone.database.withTenant(tenant, async (tx) => {
    await tx.query('UPDATE shelfcast.tenant SET name = $2 WHERE tenant_id = $1', [tenant, 'lost']);
    await tx.query('SELECT 1 / 0').catch(() => {});
    return 'looks fine';
  });
  await assert.rejects(swallowed, /nothing was committed/);
  assert.equal(await nameOf(tenant), 'B');
});

test('the tenant of one transaction is not the tenant of the next on the same connection', async () => {
  const database = openDatabase(clone.appUrl, { maxConnections: 1 });
  const setting = "SELECT current_setting('shelfcast.tenant_id', true) AS now";
  const seen = await database.withTenant(tenant, (tx) => tx.query<{ now: string }>(setting));
  assert.equal(seen[0].now, tenant);
  await database.withTenant(tenant, () => Promise.reject(new Error('no'))).catch(() => {});
  const other = await clone.database.gate.userByEmail('nobody@example.com');
  assert.deepEqual(other, []);
  // A gate function runs outside of any tenant, on the very connection that had one.
  assert.deepEqual(await database.gate.tenants(), [{ tenant_id: tenant }]);
  const stranger = tenantId(randomUUID());
  const rows = await database.withTenant(stranger, (tx) => tx.query('SELECT 1 FROM shelfcast.tenant'));
  assert.deepEqual(rows, []);
  await database.close();
});

test('a connection that can’t be rolled back is not used again', async () => {
  const database = openDatabase(clone.appUrl, { maxConnections: 1 });
  const admin = new Client({ connectionString: clone.adminUrl });
  await admin.connect();
  const killed = database.withTenant(tenant, async (tx) => {
    const [{ pid }] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    await tx.query('SELECT 1');
  });
  await assert.rejects(killed, code('database.unavailable'));
  assert.equal(await database.withTenant(tenant, async () => 'again'), 'again');
  await admin.end();
  await database.close();
});

test('more work than connections waits its turn', async () => {
  const database = openDatabase(clone.appUrl, { maxConnections: 2 });
  const all = Array.from({ length: 20 }, (_, i) =>
    database.withTenant(
      tenant,
      async (tx) => (await tx.query<{ i: number }>('SELECT $1::int AS i', [i]))[0].i,
    ),
  );
  assert.deepEqual(await Promise.all(all), [...Array(20).keys()]);
  await database.close();
});

test('bigint is a number, date and numeric are text, and what doesn’t fit a number is refused', async () => {
  const [row] = await clone.database.withTenant(tenant, (tx) =>
    tx.query(`SELECT 9007199254740991::bigint AS big, date '2024-02-29' AS day, 0.10::numeric AS exact,
      0.1::float8 AS real, array[1, 2]::bigint[] AS bigs, array[date '9999-12-31'] AS days`),
  );
  assert.deepEqual(row, {
    big: 9007199254740991,
    day: '2024-02-29',
    exact: '0.10',
    real: 0.1,
    bigs: [1, 2],
    days: ['9999-12-31'],
  });
  const beyond = clone.database.withTenant(tenant, (tx) =>
    tx.query('SELECT 9007199254740993::bigint AS big'),
  );
  await assert.rejects(beyond, RangeError);
});

test('COPY takes rows in and gives them out, in the transaction', async () => {
  const text = await clone.database.withTenant(tenant, async (tx) => {
    await tx.query('CREATE TEMP TABLE staged (i integer, note text) ON COMMIT DROP');
    async function* rows() {
      for (let i = 0; i < 1000; i++) yield `${i}\tline ${i}\n`;
    }
    await tx.copyFrom('COPY staged FROM STDIN', rows());
    const chunks: Buffer[] = [];
    for await (const chunk of tx.copyTo('COPY (SELECT * FROM staged ORDER BY i LIMIT 2) TO STDOUT'))
      chunks.push(chunk);
    return Buffer.concat(chunks).toString();
  });
  assert.equal(text, '0\tline 0\n1\tline 1\n');
});

test('a source that breaks off rolls the COPY back and leaves the connection usable', async () => {
  async function* broken() {
    yield '1\n';
    throw new Error('the file broke off');
  }
  const copying = clone.database.withTenant(tenant, async (tx) => {
    await tx.query('CREATE TEMP TABLE half (i integer) ON COMMIT DROP');
    await tx.copyFrom('COPY half FROM STDIN', broken());
  });
  await assert.rejects(copying, /broke off/);
  assert.equal(await nameOf(tenant), 'B');
});

test('a cursor yields every row in batches, and may be left early', async () => {
  const sizes: number[] = [];
  await clone.database.withTenant(tenant, async (tx) => {
    for await (const rows of tx.cursor('SELECT i FROM generate_series(1, $1::int) i', [25], 10))
      sizes.push(rows.length);
    for await (const rows of tx.cursor<{ i: number }>('SELECT i FROM generate_series(1, 100) i', [], 10)) {
      assert.equal(rows[0].i, 1);
      break;
    }
    const [{ open }] = await tx.query<{ open: number }>('SELECT count(*)::int AS open FROM pg_cursors');
    assert.equal(open, 0);
  });
  assert.deepEqual(sizes, [10, 10, 5]);
});

test('a read-only transaction refuses to write, a repeatable one sees one moment', async () => {
  const writing = clone.database.withTenant(
    tenant,
    (tx) => tx.query('UPDATE shelfcast.tenant SET name = $2 WHERE tenant_id = $1', [tenant, 'X']),
    { readOnly: true },
  );
  await assert.rejects(writing, /read-only transaction/);
  const name = 'SELECT name FROM shelfcast.tenant WHERE tenant_id = $1';
  const seen = await clone.database.withTenant(
    tenant,
    async (tx) => {
      const first = await tx.query(name, [tenant]);
      await clone.database.withTenant(tenant, (other) =>
        other.query('UPDATE shelfcast.tenant SET name = $2 WHERE tenant_id = $1', [tenant, 'meanwhile']),
      );
      return [first, await tx.query(name, [tenant])];
    },
    { isolation: 'repeatable read' },
  );
  assert.deepEqual(seen[0], seen[1]);
});

test('a database that does not answer is unavailable, not a defect', async () => {
  const nowhere = openDatabase('postgresql://shelfcast_app:x@127.0.0.1:1/shelfcast');
  await assert.rejects(nowhere.ping(), code('database.unavailable'));
  await assert.rejects(
    nowhere.withTenant(tenant, async () => {}),
    code('database.unavailable'),
  );
  await nowhere.close();
  await clone.database.ping();
});

test('a person’s transaction sees their own account and no other', async () => {
  const [ann, bob] = [randomUUID(), randomUUID()] as (TenantId & never)[];
  for (const user of [ann, bob]) {
    await clone.database.withUser(user, (tx) =>
      tx.sql
        .insertInto('app_user')
        .values({ user_id: user, email: `${user}@example.com`, name: 'N', password_hash: 'x' })
        .execute(),
    );
  }
  const seen = await clone.database.withUser(ann, (tx) =>
    tx.sql.selectFrom('app_user').select('user_id').execute(),
  );
  assert.deepEqual(seen, [{ user_id: ann }]);
  const touched = await clone.database.withUser(ann, (tx) =>
    tx.query('DELETE FROM shelfcast.app_user WHERE user_id = $1 RETURNING user_id', [bob]),
  );
  assert.deepEqual(touched, []);
});

test('a transaction that has ended can’t be used: its connection may be another tenant’s', async () => {
  let leaked: TenantTransaction | undefined;
  await clone.database.withTenant(tenant, async (tx) => {
    leaked = tx;
    await tx.sql.selectFrom('tenant').select('name').where('tenant_id', '=', tenant).execute();
  });
  const ended = /transaction has ended/;
  await assert.rejects(leaked!.query('SELECT 1'), ended);
  await assert.rejects(leaked!.sql.selectFrom('tenant').select('name').execute(), ended);
  await assert.rejects(leaked!.copyFrom('COPY x FROM STDIN', []), ended);
  assert.throws(() => leaked!.copyTo('COPY x TO STDOUT'), ended);
  await assert.rejects(async () => {
    for await (const _ of leaked!.cursor('SELECT 1'));
  }, ended);
});

test('a role that row-level security does not hold for is refused', async () => {
  for (const url of [clone.adminUrl, clone.ownerUrl]) {
    const database = openDatabase(url);
    await assert.rejects(
      database.withTenant(tenant, async () => {}),
      code('database.unsafe_role'),
    );
    await assert.rejects(database.gate.tenants(), code('database.unsafe_role'));
    await database.close();
  }
});
