import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import test, { after, before } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import { cloneDatabase, type TestDatabase } from '@shelfcast/testing';
import { claimRun } from '../leases/claim-run.ts';
import { failRun, finishRun } from '../leases/finish-run.ts';
import { listShards } from '../leases/list-shards.ts';
import { recordExtracted } from '../leases/record-extracted.ts';
import { recordProgress } from '../leases/record-progress.ts';
import { recordShard } from '../leases/record-shard.ts';
import { releaseLease } from '../leases/release-lease.ts';
import { renewLease } from '../leases/renew-lease.ts';
import { cancelRun } from './cancel-run.ts';
import { getRun } from './get-run.ts';
import { listRuns } from './list-runs.ts';
import { requestRun } from './request-run.ts';
import type { RunAccuracy } from './run.ts';

let clone: TestDatabase;
let tenant: TenantId;
before(async () => {
  clone = await cloneDatabase();
  tenant = await clone.tenant();
});
after(() => clone.close());

const as = <T>(who: TenantId, work: Parameters<TestDatabase['database']['withTenant']>[1]): Promise<T> =>
  clone.database.withTenant(who, work) as Promise<T>;
const code = (expected: string) => (error: unknown) =>
  (error as { kind?: { code: string } }).kind?.code === expected;
const request = (who: TenantId, horizon?: number) =>
  clone.database.withTenant(who, (tx) => requestRun(tx, { requestedBy: 'user:1', horizon }));

test('a run is asked for with defaults: 28 days, season 7, seven quantiles', async () => {
  const run = await request(await clone.tenant());
  assert.deepEqual(
    [run.state, run.frequency, run.horizon, run.season, run.origins, run.requestedBy],
    ['queued', 'D', 28, 7, 3, 'user:1'],
  );
  assert.deepEqual(run.quantiles, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]);
});

test('asking twice at once gives one run while it has not begun; another horizon gives another', async () => {
  const who = await clone.tenant();
  const runs = await Promise.all([request(who), request(who), request(who)]);
  assert.equal(new Set(runs.map(({ run }) => run)).size, 1);
  assert.notEqual((await request(who, 14)).run, runs[0].run);
});

test('an impossible wish is refused, naming the field', async () => {
  for (const horizon of [0, 1.5, 367, Number.NaN]) {
    await assert.rejects(request(tenant, horizon), code('run.horizon_out_of_range'));
  }
  const wish = { requestedBy: 'user:1', frequency: 'Q' };
  await assert.rejects(
    as(tenant, (tx) => requestRun(tx, wish)),
    code('run.unknown_frequency'),
  );
});

test('runs are listed newest first, and continued', async () => {
  const who = await clone.tenant();
  const numbers = [await request(who, 1), await request(who, 2), await request(who, 3)].map(({ run }) => run);
  await as(who, async (tx) => {
    const first = await listRuns(tx, { limit: 2 });
    const rest = await listRuns(tx, { limit: 2, before: first[1].run });
    assert.deepEqual(
      [...first, ...rest].map(({ run }) => run),
      numbers.toReversed(),
    );
  });
});

test('a stranger finds neither run nor list, cannot claim it and cannot cancel it', async () => {
  const stranger = await clone.tenant();
  const { run } = await request(tenant, 99);
  await as(stranger, async (tx) => {
    assert.equal(await getRun(tx, run), undefined);
    assert.deepEqual(await listRuns(tx, { limit: 9 }), []);
    assert.deepEqual(await listShards(tx, run), []);
    assert.equal(await claimRun(tx, { run, owner: randomUUID() }, { evenIfHeld: true }), undefined);
  });
  await assert.rejects(
    as(stranger, (tx) => cancelRun(tx, run)),
    code('run.not_found'),
  );
});

test('one worker holds a run; another gets it when it is released, has run out, or its holder is known to be dead', async () => {
  const { run } = await request(tenant, 50);
  const [a, b] = [
    { run, owner: randomUUID() },
    { run, owner: randomUUID() },
  ];
  assert.ok(await as(tenant, (tx) => claimRun(tx, a)));
  assert.equal(await as(tenant, (tx) => claimRun(tx, b)), undefined);
  await as(tenant, (tx) => releaseLease(tx, a));
  assert.ok(await as(tenant, (tx) => claimRun(tx, b)));
  await as(tenant, (tx) =>
    tx.query(`UPDATE shelfcast.run SET lease_until = now() - interval '1 s' WHERE run_id = $1`, [run]),
  );
  const gate = await clone.database.gate.unfinishedRuns();
  assert.ok(gate.some((row) => row.run_id === run && row.tenant_id === tenant));
  assert.equal((await as<{ takeovers: number }>(tenant, (tx) => claimRun(tx, a))).takeovers, 1);
  assert.ok(await as(tenant, (tx) => claimRun(tx, b, { evenIfHeld: true })));
});

test('a worker that has lost its lease can write nothing more', async () => {
  const { run } = await request(tenant, 51);
  const [lost, held] = [
    { run, owner: randomUUID() },
    { run, owner: randomUUID() },
  ];
  await as(tenant, (tx) => claimRun(tx, lost));
  await as(tenant, (tx) => claimRun(tx, held, { evenIfHeld: true }));
  assert.equal(await as(tenant, (tx) => renewLease(tx, lost)), false);
  assert.equal(await as(tenant, (tx) => renewLease(tx, held)), true);
  const failure = { code: 'run.abandoned', title: '', detail: '', remedy: '' };
  const extracted = { originOn: '2011-12-09', season: 7, manifestKey: 'm', shards: [] };
  for (const write of [
    () => as(tenant, (tx) => recordProgress(tx, lost, { stage: 'forecasting' })),
    () => as(tenant, (tx) => recordShard(tx, lost, { no: 0, state: 'forecast' })),
    () => as(tenant, (tx) => recordExtracted(tx, lost, extracted)),
    () => as(tenant, (tx) => failRun(tx, lost, failure)),
  ]) {
    await assert.rejects(write(), code('run.lease_lost'));
  }
});

test('a run goes through its stages to published, and is then left alone', async () => {
  const { run } = await request(tenant, 52);
  const lease = { run, owner: randomUUID() };
  const accuracy = { wape: 0.3, series: 2 } as RunAccuracy;
  await as(tenant, async (tx) => {
    await claimRun(tx, lease);
    const shards = [{ no: 0, level: 'total' as const, series: 2 }];
    await recordExtracted(tx, lease, { originOn: '2011-12-09', season: 7, manifestKey: 'm', shards });
    await recordProgress(tx, lease, { stage: 'forecasting', seriesDone: 1 });
    await recordShard(tx, lease, { no: 0, state: 'forecast', attempt: 2 });
    assert.deepEqual(await listShards(tx, run), [
      { no: 0, level: 'total', series: 2, state: 'forecast', attempt: 2 },
    ]);
    await finishRun(tx, lease, { accuracy, failures: { 'not-finite': 1 }, exportKey: 'e' });
  });
  const finished = await as<NonNullable<Awaited<ReturnType<typeof getRun>>>>(tenant, (tx) => getRun(tx, run));
  assert.deepEqual(
    [finished.state, finished.originOn, finished.seriesDone, finished.accuracy, finished.failures],
    ['published', '2011-12-09', 2, accuracy, { 'not-finite': 1 }],
  );
  assert.equal(await as(tenant, (tx) => claimRun(tx, lease, { evenIfHeld: true })), undefined);
  await assert.rejects(
    as(tenant, (tx) => cancelRun(tx, run)),
    code('run.already_finished'),
  );
});

test('a cancelled run is lost to its worker', async () => {
  const { run } = await request(tenant, 53);
  const lease = { run, owner: randomUUID() };
  await as(tenant, (tx) => claimRun(tx, lease));
  await as(tenant, (tx) => cancelRun(tx, run));
  assert.equal(await as(tenant, (tx) => renewLease(tx, lease)), false);
});
