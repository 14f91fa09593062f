import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { formatDay, parseDay, type TenantId, weekday } from '@shelfcast/domain';
import { parsePlace } from '@shelfcast/domain/calendar';
import { type NewCalendar, writeCalendar } from '@shelfcast/ledger';
import { type Manifest, openDuck, readManifest, readShard, runKeys } from '@shelfcast/shards';
import { toPanel } from '../forecast/to-panel.ts';
import { openShop, type Shop } from '../testing/shop.ts';
import { runForecasts } from './run-forecasts.ts';

let shop: Shop;
before(async () => {
  shop = await openShop();
});
after(() => shop[Symbol.asyncDispose]());

/** A run over the tenant's sales, four weeks ahead. */
async function run(tenant: TenantId): Promise<{
  manifest: Manifest;
  total: { closed: number[]; closed_expected?: { index: number; because: string }[]; from: string };
}> {
  const { run } = await shop.request(tenant, { horizon: 28 });
  const done = await runForecasts({ ...shop, database: shop.clone.database, workers: 2 }, tenant, run);
  assert.equal(done.state, 'published', JSON.stringify(done.failure));
  return {
    manifest: readManifest((await shop.blobs.read(runKeys(tenant, run).manifest)).toString()),
    total: JSON.parse((await shop.store.get(tenant, run, 'total', 0)) as string),
  };
}

/** A shop that sells from day to day but on Saturdays and over Christmas, and now and then something abroad. */
function sales(from: string, to: string): string {
  const rows = ['date,product,location,units'];
  for (let day = parseDay(from)!; day <= parseDay(to)!; day++) {
    const text = formatDay(day);
    if (weekday(day) === 5 || (text >= '2022-12-24' && text <= '2023-01-02')) continue;
    rows.push(`${text},lamp,Home,${5 + (day % 4)}`, `${text},jar,Home,${3 + weekday(day)}`);
    if (day % 9 === 0) rows.push(`${text},lamp,Abroad,1`);
  }
  return `${rows.join('\n')}\n`;
}

const set = (tenant: TenantId, calendar: Partial<NewCalendar>) =>
  shop.clone.database.withTenant(tenant, (tx) =>
    writeCalendar(tx, { place: parsePlace('GB')!, places: new Map(), events: [], ...calendar }),
  );

test('a shop that was closed over Christmas is expected closed again, and so is the tenant as a whole', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(tenant, sales('2022-11-01', '2023-12-08'));
  await set(tenant, {});
  const { manifest, total } = await run(tenant);
  assert.equal(total.from, '2023-12-09');
  // Christmas Eve was a Saturday in 2022, and Saturdays are closed anyway: that says nothing of a Sunday.
  const closed = total.closed.map((k) => formatDay(parseDay(total.from)! + k));
  assert.deepEqual(
    closed.filter((text) => weekday(parseDay(text)!) !== 5),
    [
      ...['2023-12-25', '2023-12-26', '2023-12-27', '2023-12-28', '2023-12-29'],
      ...['2023-12-31', '2024-01-01'],
    ],
  );
  // Inferred, and labelled so; the Saturday is known of by itself.
  assert.deepEqual(
    total.closed_expected?.map(({ index }) => index),
    total.closed.filter((k) => k !== 0 && k !== 7 && k !== 14),
  );
  assert.deepEqual(total.closed_expected?.[0], { index: 16, because: 'Christmas Day' });
  assert.deepEqual(manifest.expectedClosures[0], {
    day: '2023-12-25',
    because: 'Christmas Day',
    locations: 1,
  });
});

test('holidays, events and closures of the tenant reach the models as columns and closed days', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(tenant, sales('2021-03-01', '2023-05-31'));
  const fair = {
    name: 'Fair',
    yearly: true,
    locations: null,
    from: parseDay('2021-06-20')!,
    to: parseDay('2021-06-21')!,
  };
  const works = { name: 'Road works', yearly: false, locations: null, from: parseDay('2023-06-05')! };
  await set(tenant, {
    events: [
      { ...fair, kind: 'event' },
      { ...works, to: works.from + 1, kind: 'closed' },
    ],
  });
  const { manifest, total } = await run(tenant);
  assert.deepEqual(manifest.seasons, [365.25]);
  await using duck = await openDuck();
  const path = (shop.blobs.localPath as (key: string) => string)(manifest.shards[0].key);
  const { horizon, frequency, drivers } = manifest;
  const shard = await readShard(duck, path, { ...manifest.shards[0], horizon, frequency, drivers });
  const { common } = toPanel(shard, manifest.calendars);
  const [home] = shard.keys;
  const start = (common?.starts ?? [])[[...shard.keys].indexOf(home)];
  const valueOn = (name: string, date: string) =>
    common?.columns[common.names.indexOf(name)][start + parseDay(date)! - shard.first[0]];
  assert.deepEqual(
    [
      valueOn('Good Friday', '2022-04-15'),
      valueOn('Good Friday', '2023-04-07'),
      valueOn('Good Friday', '2023-04-08'),
    ],
    [1, 1, 0],
  );
  // History and horizon: the last of the 28 days ahead is 28 June.
  assert.deepEqual(
    [valueOn('Fair', '2022-06-20'), valueOn('Fair', '2023-06-21'), valueOn('Fair', '2023-06-22')],
    [1, 1, 0],
  );
  assert.ok(
    [4, 5].every((k) => total.closed.includes(k)),
    String(total.closed),
  );
});

test('a tenant of no country has no holidays, and is forecast all the same', async () => {
  const tenant = await shop.clone.tenant();
  await shop.load(tenant, sales('2023-10-01', '2023-12-08'));
  const { manifest } = await run(tenant);
  assert.deepEqual(manifest.calendars.names, ['month end', 'month middle', 'month start']);
  assert.deepEqual(manifest.expectedClosures, []);
});
