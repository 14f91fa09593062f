import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import type { TenantId } from '@shelfcast/domain';
import { countSummaries, getRun, listSummaries, type Run } from '@shelfcast/serving';
import { exportCsv, openDuck, readManifest, runKeys } from '@shelfcast/shards';
import { served } from '../testing/served.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { type RunOptions, runForecasts } from './run-forecasts.ts';

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
  workers: 2,
  ...more,
});

async function runOnce(tenant: TenantId, wish?: { horizon?: number; frequency?: string }): Promise<Run> {
  const { run } = await shop.request(tenant, wish);
  return runForecasts(options(), tenant, run);
}

test('a small shop is forecast whole: every product, both locations and the total, served by the pointer', async () => {
  const tenant = await shop.tenant();
  const run = await runOnce(tenant);
  assert.equal(run.state, 'published', JSON.stringify(run.failure));
  assert.deepEqual([run.seriesTotal, run.seriesDone, run.originOn], [15, 15, '2024-06-29']);
  assert.equal(await shop.store.current(tenant), run.run);
  assert.deepEqual(await shop.store.count(tenant, run.run), { series: 12, location: 2, total: 1 });

  const { items } = await shop.clone.database.withTenant(tenant, (tx) =>
    listSummaries(tx, { run: run.run, limit: 50, sort: 'product', descending: false }),
  );
  assert.equal(items.length, 12);
  const body = JSON.parse((await shop.store.get(tenant, run.run, 'series', items[0].series)) as string);
  assert.deepEqual(
    [body.level, body.product, body.location.code, body.origin, body.from, body.horizon, body.unit],
    ['series', { code: 'P0', name: null }, items[0].location.code, '2024-06-29', '2024-06-30', 28, 'each'],
  );
  assert.equal(body.mean.length, 28);
  assert.deepEqual(Object.keys(body.quantiles), ['0.05', '0.1', '0.25', '0.5', '0.75', '0.9', '0.95']);
  assert.equal(items[0].totalMean, body.total.mean);
  // Sundays: 30 June, then every seventh day.
  assert.deepEqual(body.closed, [0, 7, 14, 21]);
  for (const k of body.closed) assert.equal(body.quantiles['0.95'][k], 0);
  // A pattern this plain is met closely: Saturdays sell more than Mondays.
  assert.ok(body.mean[6] > body.mean[1]);
  const total = JSON.parse((await shop.store.get(tenant, run.run, 'total', 0)) as string);
  const sum = items.reduce((all, item) => all + item.totalMean, 0);
  assert.ok(Math.abs(total.total.mean / sum - 1) < 0.1, `${total.total.mean} and ${sum}`);
  // From Monday 4 March to Saturday 29 June; the Sunday before last is no zero.
  assert.deepEqual([total.past.from, total.past.values.length], ['2024-03-04', 118]);
  assert.equal(total.past.values.at(-7), null);
});

test('accuracy is measured on held-out days, against seasonal naive, with three coverages', async () => {
  const tenant = await shop.tenant();
  const { accuracy } = await runOnce(tenant);
  assert.ok(accuracy);
  assert.equal(accuracy.series, 12);
  assert.equal(accuracy.observations, 12 * 24);
  assert.ok((accuracy.wape as number) > 0 && (accuracy.wape as number) < (accuracy.naiveWape as number));
  assert.deepEqual(Object.keys(accuracy.coverage), ['0.5', '0.8', '0.9']);
  assert.ok((accuracy.coverage['0.9'] as number) > 0.6);
  assert.equal(
    Object.values(accuracy.models).reduce((sum, count) => sum + count, 0),
    12,
  );
  assert.deepEqual(Object.keys(accuracy.levels).sort(), ['location', 'series', 'total']);
});

test('the same ledger gives the same forecasts, however many threads', async () => {
  const tenant = await shop.tenant({ products: 40, days: 200 });
  const first = await runOnce(tenant, { horizon: 14 });
  const { run } = await shop.request(tenant, { horizon: 14 });
  const second = await runForecasts(options({ workers: 1 }), tenant, run);
  assert.equal(second.state, 'published');
  const manifest = readManifest((await shop.blobs.read(runKeys(tenant, run).manifest)).toString());
  assert.ok(manifest.shards.length > 3);
  assert.deepEqual(await served(shop, tenant, first.run), await served(shop, tenant, second.run));
});

test('weeks are ISO weeks, and a week that has only its closed Sunday to come is whole', async () => {
  const tenant = await shop.tenant();
  const run = await runOnce(tenant, { frequency: 'W' });
  assert.equal(run.state, 'published', JSON.stringify(run.failure));
  assert.deepEqual([run.originOn, run.horizon, run.season], ['2024-06-30', 13, 1]);
  const total = JSON.parse((await shop.store.get(tenant, run.run, 'total', 0)) as string);
  assert.deepEqual([total.from, total.closed], ['2024-07-01', []]);
  assert.equal(new Date(total.past.from).getUTCDay(), 1);
});

test('months drop what is not whole', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(
    tenant,
    'date,product,location,units\n2024-01-15,P,N,5\n2024-02-01,P,N,2\n2024-03-31,P,N,4\n2024-04-10,P,N,9\n',
  );
  const run = await runOnce(tenant, { frequency: 'M', horizon: 2 });
  assert.equal(run.originOn, '2024-03-31');
  const total = JSON.parse((await shop.store.get(tenant, run.run, 'total', 0)) as string);
  assert.deepEqual(total.past, { from: '2024-02-01', values: [2, 4] });
});

test('known drivers, past and planned, lie in the shard beside the sales', async () => {
  const tenant = await shop.clone.tenant();
  const days = ['2024-01-14,P,N,5,1.5', '2024-01-15,P,N,2,1.25', '2024-01-16,P,N,,0.99'];
  await shop.load(tenant, `date,product,location,units,price\n${days.join('\n')}\n`, { known: ['price'] });
  const run = await runOnce(tenant, { horizon: 2 });
  assert.equal(run.state, 'published', JSON.stringify(run.failure));
  const manifest = readManifest((await shop.blobs.read(run.manifestKey as string)).toString());
  assert.deepEqual(manifest.drivers, ['price']);
  await using duck = await openDuck();
  const path = (shop.blobs.localPath as (key: string) => string)(manifest.shards[0].key);
  const rows = await duck.connection.run(
    `SELECT units, known_price FROM read_parquet('${path}') ORDER BY day`,
  );
  assert.deepEqual(await rows.getRows(), [
    [5, 1.5],
    [2, 1.25],
    [null, 0.99],
    [null, null],
  ]);
});

test('an empty ledger fails the run with what to do, and leaves nothing behind', async () => {
  const tenant = await shop.clone.tenant();
  const run = await runOnce(tenant);
  assert.equal(run.state, 'failed');
  assert.equal(run.failure?.code, 'run.nothing_to_forecast');
  assert.match(run.failure?.remedy ?? '', /Import sales/);
  assert.equal(await shop.store.current(tenant), undefined);
});

test('one sale of one product is forecast too', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(tenant, 'date,product,location,units\n2024-01-15,P,N,5\n');
  const run = await runOnce(tenant);
  assert.equal(run.state, 'published', JSON.stringify(run.failure));
  assert.deepEqual(await shop.store.count(tenant, run.run), { series: 1, location: 1, total: 1 });
});

test('the export holds every series and day once, with the retailer’s names', async () => {
  const tenant = await shop.tenant();
  const run = await runOnce(tenant);
  await using duck = await openDuck();
  const parquet = (shop.blobs.localPath as (key: string) => string)(run.exportKey as string);
  await exportCsv(duck, parquet, `${shop.blobsAt}/export.csv`);
  const result = await duck.connection.run(
    `SELECT count(*), count(DISTINCT (product, location, date)), min(date)::varchar FROM read_parquet('${parquet}')`,
  );
  assert.deepEqual((await result.getRows())[0], [336n, 336n, '2024-06-30']);
});

test('another run is served only when it is whole, and the one before stays readable', async () => {
  const tenant = await shop.tenant();
  const first = await runOnce(tenant);
  const { run } = await shop.request(tenant, { horizon: 7 });
  await runForecasts(
    options({
      async reached(point) {
        if (point.startsWith('publish') && point !== 'publish: after the flip') {
          assert.equal(await shop.store.current(tenant), first.run);
        }
      },
    }),
    tenant,
    run,
  );
  assert.equal(await shop.store.current(tenant), run);
  assert.equal((await served(shop, tenant, first.run)).length, 15 + 12);
});

test('a stranger finds neither run, item, summary nor pointer', async () => {
  const tenant = await shop.tenant();
  const stranger = await shop.clone.tenant();
  const { run } = await runOnce(tenant);
  assert.deepEqual(await served(shop, stranger, run), []);
  assert.equal(await shop.store.current(stranger), undefined);
  await shop.clone.database.withTenant(stranger, async (tx) => {
    assert.equal(await getRun(tx, run), undefined);
    assert.equal(await countSummaries(tx, { run }), 0);
  });
  await assert.rejects(runForecasts(options(), stranger, run), /There is no run/);
});
