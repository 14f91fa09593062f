import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDay } from '@shelfcast/domain';
import { type CalendarEvent, parsePlace } from '@shelfcast/domain/calendar';
import { type NewCalendar, readCalendar, writeCalendar } from '../index.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const place = (code: string) => parsePlace(code)!;
const fair: CalendarEvent = {
  name: 'Fair',
  kind: 'event',
  from: parseDay('2024-05-03')!,
  to: parseDay('2024-05-05')!,
  yearly: true,
  locations: null,
};
const NOTHING: NewCalendar = { place: null, places: new Map(), events: [] };

const write = (till: Till, calendar: NewCalendar, tenant = till.tenant) =>
  till.database.withTenant(tenant, (tx) => writeCalendar(tx, calendar));
const read = (till: Till, tenant = till.tenant) => till.database.withTenant(tenant, readCalendar);

async function twoLocations(till: Till): Promise<number[]> {
  await till.bring('date,store,item,units\n2024-01-01,north,a,1\n2024-01-01,south,a,1\n');
  const rows = await till.query<{ location_id: number }>(
    'SELECT location_id FROM shelfcast.location ORDER BY code',
  );
  return rows.map((row) => row.location_id);
}

test('without a choice the time zone tells the country, and a choice goes before it', async () => {
  await using till = await openTill();
  assert.deepEqual(await read(till), { place: null, placeFrom: null, places: new Map(), events: [] });
  await till.query(`UPDATE shelfcast.tenant SET time_zone = 'Europe/Berlin'`);
  assert.deepEqual(await read(till), { place: 'DE', placeFrom: 'time zone', places: new Map(), events: [] });
  await write(till, { ...NOTHING, place: place('AT') });
  const { place: chosen, placeFrom } = await read(till);
  assert.deepEqual([chosen, placeFrom], ['AT', 'settings']);
});

test('a calendar is replaced whole, places of locations and events in their order', async () => {
  await using till = await openTill();
  const [north, south] = await twoLocations(till);
  const closed: CalendarEvent = {
    ...fair,
    name: 'Stocktaking',
    kind: 'closed',
    yearly: false,
    locations: [south],
  };
  const calendar = { place: place('DE'), places: new Map([[north, place('DE-BY')]]), events: [fair, closed] };
  assert.equal(await write(till, calendar), undefined);
  assert.deepEqual(await read(till), { ...calendar, placeFrom: 'settings' });
  await write(till, { ...calendar, places: new Map([[south, place('FR')]]), events: [closed] });
  const after = await read(till);
  assert.deepEqual([[...after.places], after.events], [[[south, 'FR']], [closed]]);
});

test("another tenant's location is none, and nothing is changed; its calendar stays its own", async () => {
  await using till = await openTill();
  const [north] = await twoLocations(till);
  await write(till, { ...NOTHING, place: place('DE') });
  for (const calendar of [
    { ...NOTHING, place: place('FR'), places: new Map([[north, place('FR')]]) },
    { ...NOTHING, place: place('FR'), events: [{ ...fair, locations: [north] }] },
  ])
    assert.equal(await write(till, calendar, till.stranger), north);
  assert.equal((await read(till, till.stranger)).place, null);
  await write(till, { ...NOTHING, place: place('FR'), events: [fair] }, till.stranger);
  assert.deepEqual([(await read(till)).place, (await read(till)).events], ['DE', []]);
});
