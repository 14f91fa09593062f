import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, parseDay, ShelfcastError } from '@shelfcast/domain';
import { type Calendar, daysIn, firstDayOf, periodOf } from './calendar.ts';
import { chooseCalendar } from './choose-calendar.ts';
import { spacingOf } from './spacing.ts';

const days = (...texts: string[]) => texts.map((text) => parseDay(text)!);
const daily = (from: string, count: number) => Array.from({ length: count }, (_, i) => parseDay(from)! + i);

test('a period’s first day lies in it, the day before does not, for every frequency and before 1970 too', () => {
  const calendars: Calendar[] = [
    { frequency: 'D', weekStart: 0 },
    { frequency: 'W', weekStart: 4 },
    { frequency: 'M', weekStart: 0 },
  ];
  for (const calendar of calendars)
    for (const day of days('1969-12-31', '2024-02-29', '2023-12-31', '2024-01-01')) {
      const first = firstDayOf(calendar, periodOf(calendar, day));
      assert.ok(first <= day);
      assert.equal(periodOf(calendar, first), periodOf(calendar, day));
      assert.equal(periodOf(calendar, first - 1), periodOf(calendar, day) - 1);
    }
});

test('a month has its own number of days', () => {
  const calendar: Calendar = { frequency: 'M', weekStart: 0 };
  const lengths = days('2024-02-10', '2023-02-10', '2024-12-31').map((day) =>
    daysIn(calendar, periodOf(calendar, day)),
  );
  assert.deepEqual(lengths, [29, 28, 31]);
});

test('the spacing of dates is told from the dates', () => {
  assert.equal(spacingOf(daily('2024-01-01', 10)), 'D');
  assert.equal(spacingOf(days('2024-01-05', '2024-01-12', '2024-01-26')), 'W');
  assert.equal(spacingOf(days('2024-01-01', '2024-02-01', '2024-04-01')), 'M');
  assert.equal(spacingOf(days('2024-01-31', '2024-02-29', '2024-03-31')), 'M', 'month ends');
  assert.equal(spacingOf(days('2024-01-01', '2024-01-08')), 'D', 'two dates tell nothing');
});

test('weekly data keeps its weekday', () => {
  const { calendar, lastPeriod } = chooseCalendar(
    days('2024-01-05', '2024-01-12', '2024-01-19'),
    parseDay('2024-01-19')!,
    undefined,
    true,
    'f',
  );
  assert.equal(calendar.frequency, 'W');
  assert.equal(formatDay(firstDayOf(calendar, lastPeriod)), '2024-01-19');
});

test('weeks cut out of days end with the data: the last one is complete', () => {
  const sales = daily('2024-01-01', 24);
  const { calendar, lastPeriod } = chooseCalendar(sales, sales.at(-1)!, 'W', true, 'f');
  assert.equal(firstDayOf(calendar, lastPeriod) + 6, sales.at(-1));
});

test('a month that has only begun is left out of the history, a complete one is not', () => {
  const begun = daily('2024-01-01', 40);
  const left = chooseCalendar(begun, begun.at(-1)!, 'M', true, 'f');
  assert.equal(formatDay(firstDayOf(left.calendar, left.lastPeriod)), '2024-01-01');
  assert.match(left.notes.join(), /2024-02-09: that month is incomplete/);
  const complete = daily('2024-01-01', 60);
  const kept = chooseCalendar(complete, complete.at(-1)!, 'M', true, 'f');
  assert.equal(formatDay(firstDayOf(kept.calendar, kept.lastPeriod)), '2024-02-01');
});

test('days are not made out of weekly data, unless what lies between is unknown', () => {
  const weekly = days('2024-01-05', '2024-01-12', '2024-01-19');
  const asked = (zeros: boolean) => chooseCalendar(weekly, weekly[2], 'D', zeros, 'f');
  assert.throws(
    () => asked(true),
    (error) => error instanceof ShelfcastError && error.kind.code === 'forecast.wrong_frequency',
  );
  assert.equal(asked(false).calendar.frequency, 'D');
});
