import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { formatDay, parseDay, type TenantId, weekday } from '@shelfcast/domain';
import { type Manifest, openDuck, readManifest, readShard, runKeys } from '@shelfcast/shards';
import { toPanel } from '../forecast/to-panel.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { runForecasts } from './run-forecasts.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop[Symbol.asyncDispose]());

const day = (text: string) => parseDay(text)!;
const FIRST = day('2024-01-01');
const LAST = day('2024-06-30');
const AHEAD = 14;
/** Series are numbered in the order of their products' codes. */
const JAR = 0;
const LAMP = 1;

/** Sales that rise through the week, of a lamp and a jar; what `isMissing` says did not sell. */
function sales(isMissing: (product: string, day: number) => boolean = () => false): string {
  const rows = ['date,product,location,units'];
  for (let at = FIRST; at <= LAST; at++)
    for (const product of ['lamp', 'jar'])
      if (!isMissing(product, at)) rows.push(`${formatDay(at)},${product},Home,${10 + 2 * weekday(at)}`);
  return `${rows.join('\n')}\n`;
}

/** A run two weeks ahead: its manifest, and of the first or second product its history as the models see it, and its forecast. */
async function run(tenant: TenantId, place: number) {
  const { run } = await shop.request(tenant, { horizon: AHEAD });
  const done = await runForecasts({ ...shop, database: shop.clone.database, workers: 2 }, tenant, run);
  assert.equal(done.state, 'published', JSON.stringify(done.failure));
  const manifest: Manifest = readManifest((await shop.blobs.read(runKeys(tenant, run).manifest)).toString());
  await using duck = await openDuck();
  const path = (shop.blobs.localPath as (key: string) => string)(manifest.shards[0].key);
  const { horizon, frequency, drivers } = manifest;
  const shard = await readShard(duck, path, { ...manifest.shards[0], horizon, frequency, drivers });
  const { known, common } = toPanel(shard, manifest.calendars);
  const [from, to] = shard.offsets.subarray(place, place + 2);
  const at = (date: string): number => day(date) - shard.first[place];
  const forecast = JSON.parse((await shop.store.get(tenant, run, 'series', shard.keys[place])) as string);
  return {
    manifest,
    sold: (date: string) => shard.values.subarray(from, to)[at(date)],
    known: (name: string, date: string) =>
      known?.columns[known.names.indexOf(name)].subarray(from + place * horizon)[at(date)],
    common: (name: string, date: string) =>
      common?.columns[common.names.indexOf(name)]?.[common.starts[place] + at(date)],
    forecast: forecast as { mean: number[]; closed: number[]; from: string },
  };
}

test('days that a file says were out of stock were not observed: neither as zeros nor as sales', async () => {
  const tenant = await shop.clone.tenant();
  const isGone = (product: string, at: number): boolean =>
    product === 'jar' && at > day('2024-06-17') && at <= day('2024-06-23');
  await shop.load(tenant, sales(isGone));
  await shop.load(
    tenant,
    `item,store,date,on hand\njar,Home,2024-06-17,0\n` +
      Array.from({ length: 6 }, (_, i) => `jar,Home,${formatDay(day('2024-06-18') + i)},0\n`).join(''),
  );
  const { sold } = await run(tenant, JAR);
  assert.deepEqual(['2024-06-16', '2024-06-17', '2024-06-18', '2024-06-23', '2024-06-24'].map(sold), [
    22,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    10,
  ]);
});

test('prices and promotions of a file reach the models over history and horizon', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(tenant, sales());
  await shop.load(
    tenant,
    'item,from,to,promotion\nlamp,2024-05-06,2024-05-08,1\nlamp,2024-07-03,2024-07-04,1\n',
  );
  await shop.load(
    tenant,
    'item,store,price,valid from\nlamp,Home,9.50,2024-02-01\nlamp,Home,11,2024-07-10\n',
  );
  const { known, manifest } = await run(tenant, LAMP);
  assert.deepEqual(manifest.drivers, ['price', 'promotion']);
  assert.deepEqual(
    ['2024-05-05', '2024-05-06', '2024-05-08', '2024-05-09', '2024-07-02', '2024-07-03', '2024-07-05'].map(
      (date) => known('promotion', date),
    ),
    [0, 1, 1, 0, 0, 1, 0],
  );
  assert.deepEqual(
    ['2024-01-31', '2024-02-01', '2024-06-30', '2024-07-09', '2024-07-10'].map((date) =>
      known('price', date),
    ),
    [Number.NaN, 9.5, 9.5, 9.5, 11],
  );
});

test('closed weekdays and named days of a file are gaps behind and closed ahead, and an extra opening is open', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(
    tenant,
    sales((_, at) => weekday(at) === 6),
  );
  const before = await run(tenant, LAMP);
  assert.deepEqual(before.forecast.closed, [0, 7]);
  await shop.load(
    tenant,
    'store,date,opens,closes,closed\nHome,2024-07-04,,,yes\nHome,2024-07-07,10:00,16:00,no\nHome,2024-02-06,,,yes\n',
  );
  const after = await run(tenant, LAMP);
  // From Sunday the 30th on: Thursday the 4th is closed, and Sunday the 7th is open.
  assert.deepEqual(after.forecast.closed, [0, 4]);
  assert.ok(after.forecast.mean[7] > 0);
});

test('a location keeps the holidays of the place that a file gives it, and events of files are columns', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(tenant, sales());
  assert.deepEqual((await run(tenant, LAMP)).manifest.calendars.names, [
    'month end',
    'month middle',
    'month start',
  ]);
  await shop.load(tenant, 'store,store name,place\nHome,At home,DE-BY\n');
  await shop.load(
    tenant,
    'event,from,to,store\nFair,2024-03-08,2024-03-09,Home\nFair,2024-07-05,2024-07-05,Home\n',
  );
  const { common } = await run(tenant, LAMP);
  assert.deepEqual(
    ['2024-03-07', '2024-03-08', '2024-03-09', '2024-07-05', '2024-07-06'].map((date) =>
      common('Fair', date),
    ),
    [0, 1, 1, 1, 0],
  );
  // Corpus Christi is a holiday in Bavaria.
  assert.deepEqual(
    ['2024-05-29', '2024-05-30'].map((date) => common('other holiday', date)),
    [0, 1],
  );
});
