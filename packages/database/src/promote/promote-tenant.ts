import { setTimeout as sleep } from 'node:timers/promises';
import { databaseErrors, ShelfcastError, type TenantId, tenantId } from '@shelfcast/domain';
import { Client, type ClientBase } from 'pg';
import { attach } from './attach.ts';
import { copyRows } from './copy-rows.ts';
import { type Move, planMove } from './partition-names.ts';
import { promotableTables } from './promotable-tables.ts';

/** Below deadlock_timeout (1 s); and nobody waits longer behind our waiting lock. */
const LOCK_TIMEOUT = '800ms';
/** Long enough for the transactions that run now; a longer one (an extract) is to end first. */
const PATIENCE_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 250;
const LOCK_NOT_AVAILABLE = '55P03';
/** A tenant that writes all the time is copied under the lock in the end. */
const FREE_COPIES = 3;

/**
 * Moves a tenant that has grown out of the shared hash partitions into partitions of its own, one table after the other.
 * Rows are copied while everybody works on; only the exchange, a transaction of its own, holds others up. Every reader sees
 * all of its rows at every moment. Again changes nothing; interrupted, it goes on. Returns the tables moved now.
 */
export async function promoteTenant(ownerUrl: string, tenant: TenantId): Promise<string[]> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'shelfcast promote' });
  await owner.connect();
  try {
    const moved: string[] = [];
    for (const table of await promotableTables(owner)) {
      const move = await planMove(owner, table, tenantId(tenant));
      if (move.attached) continue;
      await moveTable(owner, move);
      moved.push(table);
    }
    await asTenant(owner, tenant, 'READ COMMITTED', () =>
      owner.query(
        'UPDATE shelfcast.tenant SET promoted_at = coalesce(promoted_at, now()) WHERE tenant_id = $1',
        [tenant],
      ),
    );
    return moved;
  } finally {
    await owner.end();
  }
}

async function moveTable(owner: ClientBase, move: Move): Promise<void> {
  for (let copy = 1; ; copy++) {
    const copied = await asTenant(owner, move.tenant, 'REPEATABLE READ', () => copyRows(owner, move));
    const exchange = () => attach(owner, move, copied, copy === FREE_COPIES);
    if (await patiently(move, () => asTenant(owner, move.tenant, 'READ COMMITTED', exchange))) break;
  }
  // VACUUM, too: block ranges are summed up by it alone.
  await owner.query(`VACUUM (ANALYZE) ${move.partition}`);
}

/** A transaction of the owner's on one tenant's rows: row-level security holds for the owner too. */
async function asTenant<T>(
  owner: ClientBase,
  tenant: TenantId,
  isolation: 'READ COMMITTED' | 'REPEATABLE READ',
  work: () => Promise<T>,
): Promise<T> {
  await owner.query(`BEGIN ISOLATION LEVEL ${isolation}; SET LOCAL lock_timeout = '${LOCK_TIMEOUT}'`);
  try {
    await owner.query("SELECT set_config('shelfcast.tenant_id', $1, true)", [tenant]);
    const result = await work();
    await owner.query('COMMIT');
    return result;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

/** Each try for the locks gives up soon and lets everybody else pass: a waiting exclusive lock holds all readers up. */
async function patiently<T>({ parent }: Move, attempt: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await attempt();
    } catch (cause) {
      if ((cause as { code?: string }).code !== LOCK_NOT_AVAILABLE) throw cause;
      if (performance.now() > deadline) {
        const detail = `${parent} was in use for ${PATIENCE_MILLISECONDS / 1000} s without a gap.`;
        const remedy = 'Promote the tenant at a quieter time; what was moved already stays moved.';
        throw new ShelfcastError(databaseErrors.busy, { detail, remedy }, { cause });
      }
    }
    await sleep(PAUSE_MILLISECONDS);
  }
}
