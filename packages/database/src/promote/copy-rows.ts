import { type ClientBase, escapeLiteral } from 'pg';
import type { Move } from './partition-names.ts';

/** Makes the tenant's partition, still on its own, with a copy of its rows. Returns what the copy was made of. */
export async function copyRows(owner: ClientBase, move: Move): Promise<string> {
  const { parent, partition, leaf, tenant } = move;
  // What an interrupted promotion left is made anew.
  await owner.query(`DROP TABLE IF EXISTS ${partition}`);
  await owner.query(`CREATE TABLE ${partition} (LIKE ${parent} INCLUDING ALL)`);
  await owner.query(`CALL shelfcast.protect(${escapeLiteral(partition)})`);
  // With this known, attaching need not read the partition again.
  await owner.query(
    `ALTER TABLE ${partition} ADD CONSTRAINT of_this_tenant CHECK (tenant_id = ${escapeLiteral(tenant)})`,
  );
  await grantAsOn(owner, move);
  await owner.query(`INSERT INTO ${partition} SELECT * FROM ${leaf} WHERE tenant_id = $1`, [tenant]);
  return fingerprint(owner, move);
}

/** The rows' places and writers: an insert, update or delete in between changes it; reading is cheaper than copying. */
export async function fingerprint(owner: ClientBase, { leaf, tenant }: Move): Promise<string> {
  const { rows } = await owner.query<{ fingerprint: string }>(
    `SELECT count(*) || ' ' || coalesce(sum(hashtextextended(ctid::text || ' ' || xmin::text, 0)), 0) AS fingerprint
     FROM ${leaf} WHERE tenant_id = $1`,
    [tenant],
  );
  return rows[0].fingerprint;
}

/** What may be done to the shared partition may be done to this one: an import analyses the partition it has filled. */
async function grantAsOn(owner: ClientBase, { leaf, partition }: Move): Promise<void> {
  const { rows } = await owner.query<{ privilege: string; grantee: string }>(
    `SELECT a.privilege_type AS privilege, a.grantee::regrole::text AS grantee
     FROM pg_class c, aclexplode(c.relacl) a WHERE c.oid = $1::regclass AND a.grantee <> c.relowner`,
    [leaf],
  );
  for (const { privilege, grantee } of rows) {
    await owner.query(`GRANT ${privilege} ON ${partition} TO ${grantee}`);
  }
}
