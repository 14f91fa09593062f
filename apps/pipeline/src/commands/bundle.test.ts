import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import test, { after, before } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runKeys } from '@shelfcast/shards';
import { type RunOptions, runForecasts } from '../coordinator/run-forecasts.ts';
import { openShop, type Shop } from '../testing/shop.ts';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop[Symbol.asyncDispose]());

const options = (more: Partial<RunOptions> = {}): RunOptions => ({
  database: shop.clone.database,
  blobs: shop.blobs,
  blobsAt: shop.blobsAt,
  store: shop.store,
  workers: 1,
  ...more,
});

/** Runs the command with an environment of nothing but what is given. */
function bundle(args: string[], env: Record<string, string> = {}) {
  const child = spawnSync(process.execPath, [main, 'bundle', ...args], { env, encoding: 'utf8' });
  return { status: child.status, output: child.stdout + child.stderr };
}

test('a bundle is forecast without a database, and the coordinator publishes what it left', async () => {
  const tenant = await shop.tenant();
  const { run } = await shop.request(tenant);
  const stop = new AbortController();
  const reached = (at: string): void => {
    if (at === 'forecasting: begins') stop.abort(new Error('told to stop'));
  };
  await assert.rejects(runForecasts(options({ signal: stop.signal, reached }), tenant, run));
  const { manifest } = runKeys(tenant, run);
  const uri = pathToFileURL(resolve(shop.blobsAt, manifest)).href;
  for (const given of [manifest, uri]) {
    const done = bundle(['--manifest', given, '--bundle', '0', '--blobs', shop.blobsAt]);
    assert.equal(done.status, 0, done.output);
    assert.match(done.output, /"shards":3,"series":15/);
  }
  let forecasts = 0;
  const finished = await runForecasts(
    options({
      reached: async (at) => {
        if (at === 'forecasting: begins') {
          for await (const blob of shop.blobs.list(`${runKeys(tenant, run).root}/results/`)) {
            assert.match(blob.key, /\/1\.(json|parquet|series\.parquet)$/);
            forecasts += 1;
          }
        }
      },
    }),
    tenant,
    run,
  );
  assert.equal(forecasts, 9);
  assert.equal(finished.state, 'published');
});

test('a bundle refuses to start with a database in its environment', () => {
  const refused = bundle(['--manifest', 'm', '--bundle', '0', '--blobs', shop.blobsAt], {
    SHELFCAST_DATABASE_URL: 'postgres://127.0.0.1/none',
  });
  assert.equal(refused.status, 1);
  assert.match(refused.output, /run\.database_in_reach/);
});

test('a manifest that is not there, a bundle that is not in it, and a wrong call say so', () => {
  const missing = bundle(['--manifest', 'tenants/x/manifest.json', '--bundle', '0', '--blobs', shop.blobsAt]);
  assert.equal(missing.status, 1);
  assert.match(missing.output, /run\.unreadable_manifest/);
  const wrong = bundle(['--bundle', 'first']);
  assert.equal(wrong.status, 2);
  assert.match(wrong.output, /--manifest is missing/);
});

test('no code that knows a database can be reached from a bundle or a forecasting thread', () => {
  for (const entry of ['./bundle.ts', '../forecast/worker.ts']) {
    const packages = importedPackages(fileURLToPath(new URL(entry, import.meta.url)));
    assert.deepEqual(
      [...packages].filter((name) => /database|ledger|serving|jobs|identity|^pg/.test(name)),
      [],
      entry,
    );
    assert.ok(packages.has('@shelfcast/shards'));
  }
});

/** Packages that a file loads, itself or through files of this app; types are not loaded. */
function importedPackages(file: string, seen = new Set<string>(), packages = new Set<string>()): Set<string> {
  if (seen.has(file)) return packages;
  seen.add(file);
  for (const [, types, from] of readFileSync(file, 'utf8').matchAll(
    /^(?:import|export)\s+(type\s)?[^;]*?from '([^']+)';/gms,
  )) {
    if (types) continue;
    if (from.startsWith('.')) importedPackages(resolve(dirname(file), from), seen, packages);
    else packages.add(from);
  }
  return packages;
}
