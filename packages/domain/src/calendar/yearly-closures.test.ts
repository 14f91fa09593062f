import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, formatDay, parseDay, weekday } from '../day.ts';
import { holidaysBetween } from './holidays.ts';
import { type Place, parsePlace } from './places.ts';
import { type ClosedPast, type ExpectedClosure, expectedOnHolidays } from './yearly-closures.ts';

const day = (text: string): Day => parseDay(text) as Day;

/** A location that is open from day to day but for `shut`. */
function location(from: string, to: string, shut: (day: Day, text: string) => boolean): ClosedPast {
  const closed = new Set<Day>();
  for (let d = day(from); d <= day(to); d++) if (shut(d, formatDay(d))) closed.add(d);
  return { from: day(from), to: day(to), closed };
}

function expected(code: string, past: ClosedPast, from: string, to: string): ExpectedClosure[] {
  const holidays = holidaysBetween(parsePlace(code) as Place, past.from - 7, day(to) + 7);
  return expectedOnHolidays(past, holidays, day(from), day(to));
}
const dates = (list: readonly ExpectedClosure[]): string[] => list.map((closure) => formatDay(closure.day));

const SATURDAY = 5;
const SUNDAY = 6;

test('a shop that was closed from Christmas Eve to the third of January is expected to be so again', () => {
  // As the shop of the sample was: never open on Saturdays, and one winter of history.
  const past = location(
    '2010-12-01',
    '2011-12-09',
    (d, text) => weekday(d) === SATURDAY || (text >= '2010-12-24' && text <= '2011-01-03'),
  );
  const found = expected('GB', past, '2011-12-10', '2012-01-06');
  assert.deepEqual(dates(found), [
    '2011-12-24',
    '2011-12-25',
    '2011-12-26',
    '2011-12-27',
    '2011-12-28',
    '2011-12-29',
    '2011-12-30',
    '2011-12-31',
    '2012-01-01',
    // The third was in lieu of the first in 2011; in 2012 the second is.
    '2012-01-02',
  ]);
  assert.deepEqual(
    found.slice(0, 2).map(({ why }) => why),
    ['1 day before Christmas Day', 'Christmas Day'],
  );
});

test('moving feasts are expected on their new dates', () => {
  const past = location('2022-01-03', '2024-02-29', (_, text) =>
    ['2022-04-15', '2022-04-18', '2023-04-07', '2023-04-10'].includes(text),
  );
  assert.deepEqual(dates(expected('DE', past, '2024-03-01', '2024-06-30')), ['2024-03-29', '2024-04-01']);
});

test('a feast on which the shop was open last year is expected open', () => {
  const past = location('2021-01-01', '2023-11-30', (_, text) =>
    ['2021-12-25', '2022-12-25', '2021-12-26'].includes(text),
  );
  assert.deepEqual(dates(expected('GB', past, '2023-12-01', '2023-12-31')), ['2023-12-25']);
});

test('a feast on a day that is closed every week says nothing', () => {
  // Christmas Day 2022 was a Sunday.
  const past = location('2022-01-03', '2023-11-30', (d) => weekday(d) === SUNDAY);
  assert.deepEqual(expected('GB', past, '2023-12-01', '2023-12-31'), []);
});

test('one closure on an observance is an accident, two are a habit', () => {
  const shutOn = (...texts: string[]) =>
    location('2021-01-01', '2023-09-30', (_, text) => texts.includes(text));
  assert.deepEqual(expected('US', shutOn('2022-10-31'), '2023-10-01', '2023-11-10'), []);
  assert.deepEqual(dates(expected('US', shutOn('2021-10-31', '2022-10-31'), '2023-10-01', '2023-11-10')), [
    '2023-10-31',
  ]);
});

test('closed days far from any feast, and a location that never closed, are expected nothing of', () => {
  const inventory = location('2022-01-03', '2023-12-20', (_, text) => text === '2023-03-15');
  assert.deepEqual(expected('GB', inventory, '2024-01-02', '2024-12-20'), []);
  const never = location('2022-01-03', '2023-11-30', () => false);
  assert.deepEqual(expected('GB', never, '2023-12-01', '2024-01-31'), []);
});
