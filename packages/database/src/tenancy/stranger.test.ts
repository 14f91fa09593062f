import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TenantId, tenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { Client } from 'pg';
import { globalTables } from './global-tables.ts';

interface Column {
  readonly name: string;
  readonly type: string;
}

interface Table {
  readonly name: string;
  readonly columns: Column[];
  readonly verbs: string[];
}

const INSUFFICIENT_PRIVILEGE = '42501';
const stranger = tenantId(randomUUID());
const tenant = tenantId(randomUUID());
let clone: TestDatabase;
let tables: Table[];

/** Any value will do: the constraints are off here, only the policies are on. */
function literal({ name, type }: Column, of: TenantId): string {
  if (name === 'tenant_id') return `'${of}'`;
  if (type.endsWith('[]') || type === 'jsonb') return `'{}'`;
  if (type === 'uuid') return `'${randomUUID()}'`;
  if (/^(text|citext|bytea)/.test(type)) return `'x'`;
  if (/^(date|timestamp)/.test(type)) return `'2024-02-29'`;
  if (type === 'boolean') return 'false';
  if (type === 'bit') return '0::bit(1024)';
  return '1';
}

function insertion({ name, columns }: Table, of: TenantId): string {
  const names = columns.map((column) => column.name).join(', ');
  const values = columns.map((column) => literal(column, of)).join(', ');
  return `INSERT INTO shelfcast.${name} (${names}) OVERRIDING SYSTEM VALUE VALUES (${values})`;
}

before(async () => {
  clone = await cloneDatabase();
  const admin = new Client({ connectionString: clone.adminUrl });
  await admin.connect();
  // Checks, foreign and unique keys and triggers speak about content; this test is about who sees a row at all.
  await admin.query(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
      WHERE connamespace = 'shelfcast'::regnamespace AND contype IN ('c', 'f', 'u') AND conislocal AND conparentid = 0
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT IF EXISTS %I', c.t, c.conname); END LOOP; END $$`);
  const { rows } = await admin.query<Table>(
    `SELECT c.relname AS name, array_agg(v.verb) FILTER (WHERE has_any_column_privilege('shelfcast_app', c.oid, v.verb)
         OR v.verb = 'DELETE' AND has_table_privilege('shelfcast_app', c.oid, 'DELETE')) AS verbs,
       (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL)) ORDER BY a.attnum)
         FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
         AS columns
     FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE']) AS v (verb)
     WHERE c.relnamespace = 'shelfcast'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relname <> ALL ($1::text[])
     GROUP BY c.oid, c.relname ORDER BY c.relname`,
    [Object.keys(globalTables)],
  );
  tables = rows.map((row) => ({ ...row, verbs: row.verbs ?? [] }));
  await admin.query('SET session_replication_role = replica');
  for (const table of tables) await admin.query(insertion(table, tenant));
  await admin.end();
});
after(() => clone.close());

/** Rows that a statement touches for a tenant, or 'refused'. */
async function rowsFor(who: TenantId, statement: string): Promise<number | 'refused'> {
  try {
    const rows = await clone.database.withTenant(who, (tx) => tx.query(statement));
    return rows.length;
  } catch (error) {
    if ((error as { code?: string }).code === INSUFFICIENT_PRIVILEGE) return 'refused';
    throw error;
  }
}

test('there are tables to look at', () => {
  assert.ok(tables.length >= 3);
  assert.ok(tables.some(({ name }) => name === 'api_key'));
});

test('a tenant sees its own row in every table it may read', async () => {
  for (const { name, verbs } of tables.filter((table) => table.verbs.includes('SELECT'))) {
    assert.equal(await rowsFor(tenant, `SELECT tenant_id FROM shelfcast.${name}`), 1, `${name} ${verbs}`);
  }
});

test('a stranger sees no row of another tenant in any table, even when asking for it by name', async () => {
  for (const { name } of tables) {
    for (const filter of ['', ` WHERE tenant_id = '${tenant}'`]) {
      const seen = await rowsFor(stranger, `SELECT tenant_id FROM shelfcast.${name}${filter}`);
      assert.ok(seen === 0 || seen === 'refused', `${name}: ${seen}`);
    }
  }
});

test('a stranger changes and deletes no row of another tenant', async () => {
  for (const { name, columns } of tables) {
    const column = columns.at(-1)!;
    const where = `WHERE tenant_id = '${tenant}' RETURNING tenant_id`;
    for (const statement of [
      `UPDATE shelfcast.${name} SET ${column.name} = ${literal(column, tenant)} ${where}`,
      `DELETE FROM shelfcast.${name} ${where}`,
    ]) {
      const touched = await rowsFor(stranger, statement);
      assert.ok(touched === 0 || touched === 'refused', `${statement}: ${touched}`);
    }
  }
});

test('a stranger puts no row into another tenant, and moves none of its own there', async () => {
  for (const table of tables) {
    assert.equal(await rowsFor(stranger, insertion(table, tenant)), 'refused', table.name);
    if (!table.verbs.includes('INSERT') || !table.verbs.includes('UPDATE')) continue;
    await rowsFor(stranger, insertion(table, stranger));
    const move = `UPDATE shelfcast.${table.name} SET tenant_id = '${tenant}' WHERE tenant_id = '${stranger}'`;
    assert.equal(await rowsFor(stranger, move), 'refused', table.name);
  }
});

test('without a tenant there is no row in any table, and none can be made', async () => {
  const app = new Client({ connectionString: clone.appUrl });
  await app.connect();
  for (const table of tables) {
    const rowCount = async (statement: string) =>
      app.query(statement).then(
        (result) => result.rowCount,
        (error: { code?: string }) => error.code,
      );
    const seen = await rowCount(`SELECT tenant_id FROM shelfcast.${table.name}`);
    assert.ok(seen === 0 || seen === INSUFFICIENT_PRIVILEGE, `${table.name}: ${seen}`);
    assert.equal(await rowCount(insertion(table, tenant)), INSUFFICIENT_PRIVILEGE, table.name);
  }
  await app.end();
});
