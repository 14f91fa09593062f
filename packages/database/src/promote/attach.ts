import { type ClientBase, escapeLiteral } from 'pg';
import { copyRows, fingerprint } from './copy-rows.ts';
import type { Move } from './partition-names.ts';

/**
 * Puts the copied partition into its place, inside a transaction. While it holds the locks nobody reads or writes the table: who
 * comes meanwhile plans with the old partitions or with the new ones, never with both. False, with nothing
 * changed, where the rows have changed since they were copied and `copyAgain` is false.
 */
export async function attach(
  owner: ClientBase,
  move: Move,
  copied: string,
  copyAgain: boolean,
): Promise<boolean> {
  const { parent, partition, leaf, tenant } = move;
  await owner.query('LOCK TABLE shelfcast.partition_lock IN ACCESS EXCLUSIVE MODE');
  await owner.query(`LOCK TABLE ONLY ${parent} IN ACCESS EXCLUSIVE MODE`);
  if ((await fingerprint(owner, move)) !== copied) {
    if (!copyAgain) return false;
    await copyRows(owner, move);
  }
  await owner.query(`DELETE FROM ${leaf} WHERE tenant_id = $1`, [tenant]);
  await owner.query(
    `ALTER TABLE ${parent} ATTACH PARTITION ${partition} FOR VALUES IN (${escapeLiteral(tenant)})`,
  );
  await owner.query(`ALTER TABLE ${partition} DROP CONSTRAINT of_this_tenant`);
  return true;
}
