import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { postgresServing } from '../published/postgres-serving.ts';
import type { ServingStore } from '../published/serving-store.ts';
import { getRun } from '../runs/get-run.ts';
import { requestRun } from '../runs/request-run.ts';
import { retireRuns } from './retire-runs.ts';

let clone: TestDatabase;
let store: ServingStore;
before(async () => {
  clone = await cloneDatabase();
  store = postgresServing(clone.database);
});
after(() => clone.close());

/** Runs of a tenant with an item each, published so many hours ago; the last one is served. */
async function publishedRuns(tenant: TenantId, hoursAgo: readonly number[]): Promise<number[]> {
  const runs: number[] = [];
  for (const hours of hoursAgo) {
    const { run } = await clone.database.withTenant(tenant, (tx) => requestRun(tx, { requestedBy: 'test' }));
    await clone.database.withTenant(tenant, (tx) =>
      tx.query(
        `UPDATE shelfcast.run SET state = 'published', finished_at = now() - make_interval(hours => $3)
         WHERE tenant_id = $1 AND run_id = $2`,
        [tenant, run, hours],
      ),
    );
    await store.publish(tenant, run, [{ level: 'series', key: 1, body: `of ${run}` }]);
    await store.advance(tenant, run);
    runs.push(run);
  }
  return runs;
}

const readable = async (tenant: TenantId, runs: readonly number[]): Promise<boolean[]> =>
  Promise.all(runs.map(async (run) => (await store.get(tenant, run, 'series', 1)) !== undefined));

test('the last runs stay readable, older ones are forgotten, and their rows stay', async () => {
  const tenant = await clone.tenant();
  const runs = await publishedRuns(tenant, [90, 80, 70, 60]);
  assert.deepEqual(await retireRuns(clone.database, store, tenant, { keep: 2 }), runs.slice(0, 2));
  assert.deepEqual(await readable(tenant, runs), [false, false, true, true]);
  assert.equal((await clone.database.withTenant(tenant, (tx) => getRun(tx, runs[0])))?.state, 'published');
  assert.deepEqual(await retireRuns(clone.database, store, tenant, { keep: 2 }), []);
});

test('no run is forgotten within 24 hours of its end, nor the one that is served', async () => {
  const tenant = await clone.tenant();
  const runs = await publishedRuns(tenant, [90, 20, 10, 40]);
  assert.deepEqual(await retireRuns(clone.database, store, tenant, { keep: 0 }), [runs[0]]);
  assert.deepEqual(await readable(tenant, runs), [false, true, true, true]);
});

test('a tenant’s retention leaves a stranger’s runs alone', async () => {
  const [tenant, stranger] = [await clone.tenant(), await clone.tenant()];
  const theirs = await publishedRuns(stranger, [90, 80]);
  await publishedRuns(tenant, [90, 80]);
  await retireRuns(clone.database, store, tenant, { keep: 1 });
  assert.deepEqual(await readable(stranger, theirs), [true, true]);
});
