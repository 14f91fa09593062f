import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, dayFrom, formatDay, parseDay, weekday } from '../day.ts';
import { holidaysBetween } from './holidays.ts';
import { type Place, parsePlace } from './places.ts';

const day = (text: string): Day => parseDay(text) as Day;
const place = (code: string): Place => parsePlace(code) as Place;
const datesOf = (code: string, name: string, from: string, to: string): string[] =>
  holidaysBetween(place(code), day(from), day(to))
    .filter((holiday) => holiday.name === name && !holiday.substitute)
    .map((holiday) => formatDay(holiday.day));

/** Easter Sunday by Gauss's rule as Meeus gives it (Astronomical Algorithms, 1991, chapter 8). */
function easter(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayFrom(year, Math.floor(sum / 31), (sum % 31) + 1) as Day;
}

test('Easter Monday moves as Easter does, a century long', () => {
  const dates = datesOf('DE', 'Easter Monday', '1990-01-01', '2050-12-31');
  assert.deepEqual(
    dates,
    Array.from({ length: 61 }, (_, i) => formatDay(easter(1990 + i) + 1)),
  );
});

test('Thanksgiving is the fourth Thursday of November', () => {
  const dates = datesOf('US', 'Thanksgiving Day', '2011-01-01', '2016-12-31');
  assert.deepEqual(
    dates,
    [2011, 2012, 2013, 2014, 2015, 2016].map((year) => {
      const first = dayFrom(year, 11, 1) as Day;
      return formatDay(first + ((3 - weekday(first) + 7) % 7) + 21);
    }),
  );
});

test('a part of a country keeps days of its own', () => {
  const epiphany = (code: string): string[] => datesOf(code, 'Epiphany', '2024-01-01', '2024-12-31');
  assert.deepEqual(epiphany('DE-BY'), ['2024-01-06']);
  assert.deepEqual(epiphany('DE-BE'), []);
  assert.deepEqual(datesOf('DE-BY-A', 'Augsburg Peace Festival', '2024-01-01', '2024-12-31'), ['2024-08-08']);
});

test('a day in lieu has its feast’s name and says that it is one', () => {
  const found = holidaysBetween(place('GB'), day('2011-12-24'), day('2012-01-03'));
  assert.deepEqual(
    found
      .filter(({ kind }) => kind === 'public')
      .map((holiday) => [formatDay(holiday.day), holiday.name, holiday.substitute]),
    [
      ['2011-12-25', 'Christmas Day', false],
      ['2011-12-26', 'Boxing Day', false],
      ['2011-12-27', 'Christmas Day', true],
      ['2012-01-01', "New Year's Day", false],
      ['2012-01-02', "New Year's Day", true],
    ],
  );
});

test('a law that came later holds from its year on', () => {
  assert.deepEqual(datesOf('US', 'Juneteenth', '2018-01-01', '2023-12-31'), [
    '2021-06-19',
    '2022-06-19',
    '2023-06-19',
  ]);
});

test('a feast of several days is there on each of them, also when it begins before the span', () => {
  const dates = datesOf('RU', 'New Year Holiday', '2024-01-04', '2024-01-07');
  assert.deepEqual(dates, ['2024-01-04', '2024-01-05', '2024-01-06']);
});
