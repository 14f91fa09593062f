import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { Client } from 'pg';
import { checkTenancy } from './check-tenancy.ts';

let clone: TestDatabase;
let admin: Client;

before(async () => {
  clone = await cloneDatabase();
  admin = new Client({ connectionString: clone.adminUrl });
  await admin.connect();
});
after(async () => {
  await admin.end();
  await clone.close();
});

test('every table, partition, function and role keeps the tenants apart', async () => {
  assert.deepEqual(await checkTenancy(admin), []);
});

const table = 'CREATE TABLE shelfcast.t (tenant_id uuid NOT NULL, id integer, PRIMARY KEY (tenant_id, id));';
const protectedTable = `${table} CALL shelfcast.protect('shelfcast.t');`;
const gate = (rest: string) =>
  `SET LOCAL ROLE shelfcast_gate; CREATE FUNCTION gate.f() RETURNS integer ${rest};`;
const pinned = 'SET search_path = pg_catalog, pg_temp';

const faults: Record<string, [statements: string, complaint: RegExp]> = {
  'a table without row-level security': [table, /^t: row-level security is not enabled and forced/],
  'a table whose owner is above it': [
    `${protectedTable} ALTER TABLE shelfcast.t NO FORCE ROW LEVEL SECURITY`,
    /^t: row-level security is not enabled and forced/,
  ],
  'a table without a tenant': [
    'CREATE TABLE shelfcast.t (id integer PRIMARY KEY); ALTER TABLE shelfcast.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY',
    /^t: tenant_id uuid NOT NULL is missing/,
  ],
  'a key that does not start with the tenant': [
    `CREATE TABLE shelfcast.t (tenant_id uuid NOT NULL, id integer, PRIMARY KEY (id, tenant_id)); CALL shelfcast.protect('shelfcast.t')`,
    /^t: its primary key does not start with tenant_id/,
  ],
  'a policy that only guards reading': [
    `${table} ALTER TABLE shelfcast.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
     CREATE POLICY p ON shelfcast.t FOR SELECT USING (tenant_id = shelfcast.current_tenant())`,
    /^t: has no policy for all commands/,
  ],
  'a second policy that opens what the first closes': [
    `${protectedTable} CREATE POLICY open ON shelfcast.t USING (true)`,
    /^t: the policy open lets shelfcast_app see more/,
  ],
  'a partition without row-level security': [
    `CREATE TABLE shelfcast.t (tenant_id uuid NOT NULL, id integer, PRIMARY KEY (tenant_id, id)) PARTITION BY HASH (tenant_id);
     CALL shelfcast.protect('shelfcast.t');
     CREATE TABLE shelfcast.t_0 PARTITION OF shelfcast.t FOR VALUES WITH (MODULUS 1, REMAINDER 0)`,
    /^t_0: row-level security is not enabled and forced/,
  ],
  'the right to empty a table': [
    `${protectedTable} GRANT TRUNCATE ON shelfcast.t TO shelfcast_app`,
    /^t: shelfcast_app may TRUNCATE/,
  ],
  'a table for everybody': [
    `${protectedTable} GRANT SELECT ON shelfcast.t TO PUBLIC`,
    /^t: is granted to PUBLIC/,
  ],
  'a table that the app owns': [
    `${protectedTable} ALTER TABLE shelfcast.t OWNER TO shelfcast_app`,
    /^t: is owned by shelfcast_app/,
  ],
  'a view': ['CREATE VIEW shelfcast.v AS SELECT 1 AS one', /^v: is no plain table/],
  'a role above row-level security': [
    'ALTER ROLE shelfcast_app BYPASSRLS',
    /^shelfcast_app: is above row-level security/,
  ],
  'a role that inherits another’s rights': [
    'GRANT shelfcast_gate TO shelfcast_app',
    /^shelfcast_app: is a member of shelfcast_gate/,
  ],
  'a gate function that is not listed': [
    gate(`SECURITY DEFINER ${pinned} RETURN 1`),
    /^gate\.f\(\): stands in the catalogue, not in/,
  ],
  'a gate function whose names a caller can redirect': [
    gate('LANGUAGE sql SECURITY DEFINER AS $$ SELECT 1 $$'),
    /^gate\.f\(\): has no pinned search_path/,
  ],
  'a gate function for everybody': [
    `${gate(`SECURITY DEFINER ${pinned} RETURN 1`)} GRANT EXECUTE ON FUNCTION gate.f TO PUBLIC`,
    /^gate\.f\(\): may be executed by PUBLIC/,
  ],
  'a gate function that is gone': [
    'DROP FUNCTION gate.tenants',
    /^gate\.tenants\(\): stands in src\/gate\/functions\.ts, not in the catalogue/,
  ],
  'a function with its owner’s rights outside of the gate': [
    'CREATE FUNCTION shelfcast.f() RETURNS integer SECURITY DEFINER RETURN 1',
    /is SECURITY DEFINER outside of the gate/,
  ],
};

for (const [fault, [statements, complaint]] of Object.entries(faults)) {
  test(`the check finds ${fault}`, async () => {
    await admin.query('BEGIN');
    try {
      await admin.query(statements);
      await admin.query('RESET ROLE');
      const found = await checkTenancy(admin);
      assert.ok(
        found.some((each) => complaint.test(each)),
        `It found ${JSON.stringify(found)}.`,
      );
    } finally {
      await admin.query('ROLLBACK');
    }
  });
}
