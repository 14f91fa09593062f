import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, formatDay, parseDay, weekday } from '@shelfcast/domain';
import { type Closure, expectedClosures, readClosures, undoImport } from '../index.ts';
import { openTill, type Till } from '../testing/open-till.ts';

const MONDAY: Day = parseDay('2025-01-06')!;
const WEEKS = 12;
const HEADER = 'date,store,item,units\n';

/** Twelve weeks of sales of one unit on every day that `sells` lets through. */
function sales(store: string, sells: (day: Day) => boolean): string {
  const days = Array.from({ length: 7 * WEEKS }, (_, i) => MONDAY + i).filter(sells);
  return days.map((day) => `${formatDay(day)},${store},a,1\n`).join('');
}

async function calendar(till: Till): Promise<Record<string, string[]>> {
  const codes = await till.query<{ location_id: number; code: string }>('SELECT * FROM shelfcast.location');
  const closures = await till.database.withTenant(till.tenant, async (tx) => {
    const all: Closure[] = [];
    for await (const rows of readClosures(tx)) all.push(...rows);
    return all;
  });
  return Object.fromEntries(
    codes.map(({ location_id, code }) => [
      code,
      closures
        .filter((closure) => closure.location_id === location_id)
        .map((closure) => `${formatDay(closure.closed_on)} ${closure.kind}`),
    ]),
  );
}

test('a location that sells on nearly every day was closed where it sold nothing at all', async () => {
  await using till = await openTill();
  const holiday = MONDAY + 30;
  await till.bring(
    HEADER +
      sales('daily', (day) => day !== holiday) +
      sales('shut on Sundays', (day) => weekday(day) !== 6) +
      sales('now and then', (day) => day % 3 === 0),
  );
  const closed = await calendar(till);
  assert.deepEqual(closed.daily, [`${formatDay(holiday)} inferred`]);
  // The last Sunday lies behind the last sale: nothing is known of it.
  assert.equal(closed['shut on Sundays'].length, WEEKS - 1);
  assert.ok(closed['shut on Sundays'].every((day) => weekday(parseDay(day.slice(0, 10))!) === 6));
  assert.deepEqual(closed['now and then'], []);
});

test('a weekday that never sells is closed, also where other days sell irregularly', async () => {
  await using till = await openTill();
  await till.bring(HEADER + sales('half', (day) => weekday(day) !== 5 && (day * 7919) % 10 < 6));
  const { half } = await calendar(till);
  assert.ok(half.length >= WEEKS - 1);
  assert.ok(half.every((day) => weekday(parseDay(day.slice(0, 10))!) === 5));
});

test('a few days are no habit: nothing is inferred from three weeks', async () => {
  await using till = await openTill();
  await till.bring(HEADER + sales('new', (day) => day < MONDAY + 21 && day !== MONDAY + 9));
  assert.deepEqual((await calendar(till)).new, []);
});

test('what a file states is closed, unless something was sold, and undo takes it back', async () => {
  await using till = await openTill();
  const file = 'date,store,item,units,closed\n';
  const row = await till.bring(`${file}2025-01-06,s,a,1,0\n2025-01-07,s,a,0,1\n2025-01-08,s,a,2,1\n`);
  assert.deepEqual((await calendar(till)).s, ['2025-01-07 stated']);
  assert.equal(row.rows_loaded, 3);
  await undoImport(till.database, till.tenant, row.import_id);
  assert.deepEqual((await calendar(till)).s, []);
});

test('weekdays closed for eight weeks are expected closed, and so are stated days to come', async () => {
  await using till = await openTill();
  await till.bring(HEADER + sales('shut on Sundays', (day) => weekday(day) !== 6));
  await till.bring(
    `date,store,item,units,closed\n${formatDay(MONDAY + 7 * WEEKS + 1)},shut on Sundays,a,,1\n`,
  );
  const from = MONDAY + 7 * WEEKS;
  const expected = await till.database.withTenant(till.tenant, (tx) => expectedClosures(tx, from, from + 13));
  assert.deepEqual(
    expected.map((closure) => closure.closed_on - from),
    [1, 6, 13],
  );
});
