import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import test, { after, before } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { TenantId } from '@shelfcast/domain';
import { openJobs } from '@shelfcast/jobs';
import { createImport, getImport, nextImportId } from '@shelfcast/ledger';
import { getRun, type Run } from '@shelfcast/serving';
import { openShop, type Shop, salesCsv } from '../testing/shop.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let shop: Shop;
const children = new Set<ChildProcess>();
before(async () => {
  shop = await openShop();
});
after(async () => {
  for (const child of children) child.kill('SIGKILL');
  await shop[Symbol.asyncDispose]();
});

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, [main, 'work'], {
    env: {
      SHELFCAST_DATABASE_URL: shop.clone.appUrl,
      SHELFCAST_JOBS_DATABASE_URL: shop.clone.jobsUrl,
      SHELFCAST_BLOBS: shop.blobsAt,
      SHELFCAST_WORKERS: '2',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const ended = once(child, 'exit');
  child.kill(signal);
  return ended;
}

async function until<T>(what: string, look: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s for ${what}.`);
    await sleep(50);
  }
}

const runOf = (tenant: TenantId, run: number): Promise<Run | undefined> =>
  shop.clone.database.withTenant(tenant, (tx) => getRun(tx, run));
const published = (tenant: TenantId, run: number) =>
  until('a published run', async () => {
    const now = await runOf(tenant, run);
    if (now?.state === 'failed') throw new Error(JSON.stringify(now.failure));
    return now?.state === 'published' ? now : undefined;
  });

/** Records an uploaded file as the API does. */
async function upload(tenant: TenantId, csv: string): Promise<number> {
  return shop.clone.database.withTenant(tenant, async (tx) => {
    const importId = await nextImportId(tx);
    const blobKey = `tenants/${tenant}/imports/${importId}/sales.csv`;
    await shop.blobs.put(blobKey, csv);
    const sha256 = createHash('sha256').update(csv).digest('hex');
    const bytes = Buffer.byteLength(csv);
    return createImport(tx, { importId, fileName: 'sales.csv', blobKey, bytes, sha256, forecast: true });
  });
}

test('an uploaded file becomes a published forecast, and the worker ends with 0 when told to stop', async () => {
  const tenant = await shop.clone.tenant();
  const jobs = await openJobs({ url: shop.clone.jobsUrl, works: false });
  const importId = await upload(tenant, salesCsv(3, 90));
  await jobs.send('import', { importId }, { tenant });
  const worker = startWorker();
  const run = await until('the run', async () =>
    shop.clone.database.withTenant(tenant, async (tx) => (await getImport(tx, importId)).run_id ?? undefined),
  );
  await published(tenant, run);
  assert.equal(await shop.store.current(tenant), run);
  const begun = performance.now();
  assert.deepEqual(await stop(worker, 'SIGTERM'), [0, null]);
  assert.ok(performance.now() - begun < 5_000);
  await jobs.stop();
});

test('a run whose job was lost is found and done', async () => {
  const tenant = await shop.tenant();
  const { run } = await shop.request(tenant);
  const worker = startWorker();
  await published(tenant, run);
  await stop(worker, 'SIGTERM');
});

test('after kill -9 in the middle of a run the next start publishes it, once', async () => {
  const tenant = await shop.tenant({ products: 30, days: 300 });
  const { run } = await shop.request(tenant);
  let worker = startWorker();
  // Somewhere in starting, extracting, forecasting and publishing.
  for (const wait of [400, 700, 1000, 1300]) {
    await sleep(wait);
    assert.deepEqual(await stop(worker, 'SIGKILL'), [null, 'SIGKILL']);
    worker = startWorker();
  }
  const finished = await published(tenant, run);
  assert.equal(finished.seriesTotal, 63);
  assert.deepEqual(await shop.store.count(tenant, run), { series: 60, location: 2, total: 1 });
  await stop(worker, 'SIGTERM');
});

test('a worker that is told to stop in the middle of a run puts it down quickly, and the next goes on', async () => {
  const tenant = await shop.tenant({ products: 30, days: 300 });
  const { run } = await shop.request(tenant);
  const first = startWorker();
  await until('work', async () => ((await runOf(tenant, run))?.startedAt ? true : undefined));
  const begun = performance.now();
  assert.deepEqual(await stop(first, 'SIGTERM'), [0, null]);
  assert.ok(performance.now() - begun < 5_000);
  const second = startWorker();
  await published(tenant, run);
  await stop(second, 'SIGTERM');
});
