import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import test, { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TenantId } from '@shelfcast/domain';
import { listShards, requestRun } from '@shelfcast/serving';
import { RESULT_VERSION, readManifest, runKeys } from '@shelfcast/shards';
import { served } from '../testing/served.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { type RunOptions, runForecasts } from './run-forecasts.ts';

let shop: Shop;
let tenant: TenantId;
/** What an undisturbed run of the same ledger serves. */
let undisturbed: string[];
before(async () => {
  shop = await openShop();
  tenant = await shop.tenant();
  const { run } = await shop.request(tenant);
  assert.equal((await runForecasts(options(), tenant, run)).state, 'published');
  undisturbed = await served(shop, tenant, run);
});
after(() => shop[Symbol.asyncDispose]());

const options = (more: Partial<RunOptions> = {}): RunOptions => ({
  database: shop.clone.database,
  blobs: shop.blobs,
  blobsAt: shop.blobsAt,
  store: shop.store,
  workers: 2,
  ...more,
});

const points = [
  'extract: after shard',
  'extract: before manifest',
  'extract: after manifest',
  'training: begins',
  'forecasting: begins',
  'forecast: after shard',
  'reconciling: begins',
  'publishing: begins',
  'publish: items without summaries',
  'publish: after shard',
  'publish: counts verified',
  'publish: before the flip',
  'publish: after the flip',
];

test('a run whose process is killed with SIGKILL at every boundary in turn publishes what an undisturbed one does', async () => {
  const before = await shop.store.current(tenant);
  const { run } = await shop.request(tenant);
  for (const point of points) {
    const settings = { databaseUrl: shop.clone.appUrl, blobsAt: shop.blobsAt, tenant, run, point };
    const script = fileURLToPath(new URL('../testing/run-until.ts', import.meta.url));
    const child = spawn(process.execPath, [script, JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    assert.equal(signal, 'SIGKILL', point);
    const pointer = await shop.store.current(tenant);
    assert.equal(pointer, point === 'publish: after the flip' ? run : before, point);
  }
  const finished = await runForecasts(options({ alone: true }), tenant, run);
  assert.equal(finished.state, 'published');
  assert.deepEqual(await served(shop, tenant, run), undisturbed);
});

test('a run that is put down at every boundary in turn is taken up at once, and publishes the same', async () => {
  const { run } = await shop.request(tenant);
  for (const point of points) {
    const stop = new AbortController();
    const reached = (at: string): void => {
      if (at === point) stop.abort(new Error('told to stop'));
    };
    await assert.rejects(
      runForecasts(options({ signal: stop.signal, reached }), tenant, run),
      /told to stop/,
    );
  }
  assert.equal((await runForecasts(options(), tenant, run)).state, 'published');
  assert.deepEqual(await served(shop, tenant, run), undisturbed);
});

test('a run can be put down at any moment, threads in the middle of a file included', async () => {
  const large = await shop.tenant({ products: 30, days: 200 });
  const { run } = await shop.request(large);
  for (let moment = 1; moment <= 8; moment++) {
    const stop = AbortSignal.timeout(moment * 60);
    const finished = await runForecasts(options({ signal: stop }), large, run).catch(() => undefined);
    if (finished) break;
  }
  assert.equal((await runForecasts(options(), large, run)).state, 'published');
  assert.deepEqual(await shop.store.count(large, run), { series: 60, location: 2, total: 1 });
});

test('what is imported between two attempts at a run does not change it', async () => {
  const other = await shop.tenant();
  const { run } = await shop.request(other);
  const stop = new AbortController();
  const reached = (at: string): void => {
    if (at === 'forecasting: begins') stop.abort(new Error('told to stop'));
  };
  await assert.rejects(runForecasts(options({ signal: stop.signal, reached }), other, run), /told to stop/);
  await shop.load(other, 'date,product,location,units\n2024-06-29,P99,North,500\n');
  assert.equal((await runForecasts(options(), other, run)).state, 'published');
  assert.equal((await shop.store.count(other, run)).series, 12);
});

test('of two workers on one run one works, and the other gets its result', async () => {
  const { run } = await shop.request(tenant);
  const both = await Promise.all([
    runForecasts(options(), tenant, run),
    runForecasts(options(), tenant, run),
  ]);
  assert.deepEqual(
    both.map(({ state }) => state),
    ['published', 'published'],
  );
  assert.deepEqual(await served(shop, tenant, run), undisturbed);
});

/** A run that stands before its forecasts, with its manifest. */
async function extracted(): Promise<{ run: number; keys: ReturnType<typeof runKeys>; shards: number }> {
  const { run } = await shop.clone.database.withTenant(tenant, (tx) =>
    requestRun(tx, { requestedBy: 'test' }),
  );
  const stop = new AbortController();
  const reached = (at: string): void => {
    if (at === 'forecasting: begins') stop.abort(new Error('told to stop'));
  };
  await assert.rejects(runForecasts(options({ signal: stop.signal, reached }), tenant, run), /told to stop/);
  const keys = runKeys(tenant, run);
  const manifest = readManifest((await shop.blobs.read(keys.manifest)).toString());
  return { run, keys, shards: manifest.shards.length };
}

test('an attempt without its result object did not happen, a failed one counts, and the first valid one is published', async () => {
  const { run, keys } = await extracted();
  const failed = {
    version: RESULT_VERSION,
    run,
    shard: 0,
    attempt: 1,
    state: 'failed',
    code: 'run.shard_failed',
    detail: '',
  };
  await shop.blobs.put(keys.result(0, 1).object, JSON.stringify(failed));
  await shop.blobs.put(keys.result(0, 2).forecasts, 'half a file');
  assert.equal((await runForecasts(options(), tenant, run)).state, 'published');
  const [first, second] = await shop.clone.database.withTenant(tenant, (tx) => listShards(tx, run));
  assert.deepEqual([first.attempt, first.state], [3, 'published']);
  assert.deepEqual([second.attempt, second.state], [1, 'published']);
  assert.deepEqual(await served(shop, tenant, run), undisturbed);
});

test('a shard that fails three times fails the run; the others are done, and what was served stays served', async () => {
  const before = await shop.store.current(tenant);
  const { run, keys, shards } = await extracted();
  await writeFile((shop.blobs.localPath as (key: string) => string)(keys.shard(1)), 'PAR1 no more');
  const finished = await runForecasts(options(), tenant, run);
  assert.equal(finished.state, 'failed');
  assert.equal(finished.failure?.code, 'run.shard_failed');
  assert.match(finished.failure?.detail ?? '', /shard 1 with run\.unreadable_shard/);
  assert.equal(await shop.store.current(tenant), before);
  for (let no = 0; no < shards; no++) {
    for (const attempt of [1, 2, 3, 4]) {
      const there = (await shop.blobs.stat(keys.result(no, attempt).object)) !== undefined;
      assert.equal(there, no === 1 ? attempt <= 3 : attempt === 1, `shard ${no}, attempt ${attempt}`);
    }
  }
});

test('a defect fails the run in words for people, and tells the log what it was', async () => {
  const { run } = await shop.request(tenant);
  const defects: unknown[] = [];
  const reached = (): void => {
    throw new TypeError('undefined is not a shelf');
  };
  const finished = await runForecasts(options({ reached, onDefect: (e) => defects.push(e) }), tenant, run);
  assert.deepEqual([finished.state, finished.failure?.code], ['failed', 'run.defect']);
  assert.doesNotMatch(JSON.stringify(finished.failure), /shelf\b/);
  assert.match(String(defects[0]), /undefined is not a shelf/);
});
