import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, formatDay, parseDay } from '../day.ts';
import { type Frequency, periodOf, periodStart } from '../period.ts';
import { type CalendarColumns, calendarColumns, type PeriodSpan } from './columns.ts';
import { holidaysBetween } from './holidays.ts';
import { monthParts } from './month-parts.ts';
import { type Place, parsePlace } from './places.ts';
import { specialDays } from './special-days.ts';

const day = (text: string): Day => parseDay(text) as Day;
const place = (code: string): Place => parsePlace(code) as Place;

function span(frequency: Frequency, from: string, to: string): PeriodSpan {
  return {
    first: periodOf(day(from), frequency),
    last: periodOf(day(to), frequency),
    start: (period) => periodStart(period, frequency),
  };
}

function columnsOf(code: string, frequency: Frequency, from: string, past: string, to: string) {
  const of = span(frequency, from, to);
  const holidays = holidaysBetween(place(code), of.start(of.first) - 1, of.start(of.last + 1));
  return { ...calendarColumns(specialDays(holidays, day(past)), of), of };
}

/** First days of the periods in which a column is not zero, with what stands there. */
function marked(
  { names, columns, of }: CalendarColumns & { of: PeriodSpan },
  name: string,
): [string, number][] {
  const column = columns[names.indexOf(name)];
  return [...column].flatMap((value, at) =>
    value === 0 ? [] : [[formatDay(of.start(of.first + at)), value] as [string, number]],
  );
}

test('a moving feast is one column over all years, history and horizon', () => {
  const columns = columnsOf('DE', 'D', '2022-01-01', '2024-03-01', '2024-04-30');
  assert.deepEqual(marked(columns, 'Easter Monday'), [
    ['2022-04-18', 1],
    ['2023-04-10', 1],
    ['2024-04-01', 1],
  ]);
  for (const column of columns.columns) assert.equal(column.length, columns.of.last - columns.of.first + 1);
});

test('a feast that history does not hold twice shares a column with the other days off', () => {
  const { names, ...columns } = columnsOf('GB', 'D', '2010-12-01', '2011-12-09', '2012-01-06');
  assert.ok(!names.includes('Boxing Day') && names.includes('other holiday'));
  const days = marked({ names, ...columns }, 'other holiday').map(([date]) => date);
  for (const date of ['2010-12-26', '2011-04-22', '2011-12-26']) assert.ok(days.includes(date), date);
});

test('no series is given dozens of columns, however many days a country keeps', () => {
  for (const code of ['DE-BY', 'US', 'IN', 'NO', 'JP', 'BR']) {
    const { names } = columnsOf(code, 'D', '2015-01-01', '2024-12-31', '2025-01-31');
    assert.ok(names.length <= 40, `${code}: ${names.length}`);
  }
});

test('a week’s value is the number of its days, a month’s too', () => {
  const weeks = columnsOf('DE', 'W', '2022-01-03', '2024-03-01', '2024-04-30');
  assert.deepEqual(marked(weeks, 'Easter Monday').at(-1), ['2024-04-01', 1]);
  // days off from Christmas Eve to Boxing Day, and on New Year's Eve.
  const months = columnsOf('DE', 'M', '2020-01-01', '2024-03-01', '2024-12-31');
  assert.deepEqual(
    marked(months, 'day before holiday').find(([date]) => date === '2023-12-01'),
    ['2023-12-01', 2],
  );
});

test('the day before and after are those of a whole stretch off, and a bridge day joins one to the weekend', () => {
  const columns = columnsOf('DE', 'D', '2022-01-01', '2024-03-01', '2024-05-31');
  const in2023 = (name: string, month: string) =>
    marked(columns, name).flatMap(([date]) => (date.startsWith(`2023-${month}`) ? [date] : []));
  assert.deepEqual(in2023('day before holiday', '12'), ['2023-12-23', '2023-12-30']);
  assert.deepEqual(in2023('day after holiday', '12'), ['2023-12-27']);
  // Labour Day and Whit Monday were Mondays; Ascension a Thursday.
  assert.deepEqual(in2023('bridge day', '05'), ['2023-05-19']);
});

test('the days before Christmas have a column each, the weeks before them one together', () => {
  const columns = columnsOf('GB', 'D', '2021-06-01', '2023-06-01', '2023-12-31');
  const in2023 = (name: string) =>
    marked(columns, name).flatMap(([date]) => (date.startsWith('2023') ? [date] : []));
  assert.deepEqual(in2023('1 day before Christmas'), ['2023-12-24']);
  assert.deepEqual(in2023('7 days before Christmas'), ['2023-12-18']);
  assert.equal(in2023('8 to 15 days before Christmas').length, 8);
  assert.deepEqual(in2023('6 days after Christmas'), ['2023-12-31']);
});

test('parts of the month are whole stretches of days, whatever its length', () => {
  const { names, columns } = calendarColumns(monthParts(day('2024-02-01'), day('2024-02-29')), {
    ...span('D', '2024-02-01', '2024-02-29'),
  });
  const days = (name: string) =>
    [...columns[names.indexOf(name)]].flatMap((value, at) => (value === 1 ? [at + 1] : []));
  assert.deepEqual(days('month start'), [1, 2, 3]);
  assert.deepEqual(days('month middle'), [12, 13, 14, 15, 16, 17]);
  assert.deepEqual(days('month end'), [27, 28, 29]);
});
