import assert from 'node:assert/strict';
import test from 'node:test';
import { type Day, formatDay, parseDay } from './day.ts';
import { type Frequency, periodEnd, periodOf, periodStart } from './period.ts';

const day = (text: string): Day => parseDay(text) as Day;

test('every day lies within its period, and periods follow each other without a gap', () => {
  for (const frequency of ['D', 'W', 'M'] as Frequency[]) {
    for (let d = day('1967-12-01'); d < day('1973-02-01'); d++) {
      const period = periodOf(d, frequency);
      assert.ok(periodStart(period, frequency) <= d && d <= periodEnd(period, frequency));
      assert.equal(periodStart(period + 1, frequency), periodEnd(period, frequency) + 1);
    }
  }
});

test('a week is the ISO week: Monday to Sunday', () => {
  const week = periodOf(day('2011-12-09'), 'W');
  assert.equal(formatDay(periodStart(week, 'W')), '2011-12-05');
  assert.equal(formatDay(periodEnd(week, 'W')), '2011-12-11');
});

test('a month ends on its last day, in leap years too', () => {
  assert.equal(formatDay(periodEnd(periodOf(day('2024-02-10'), 'M'), 'M')), '2024-02-29');
  assert.equal(formatDay(periodEnd(periodOf(day('1969-12-10'), 'M'), 'M')), '1969-12-31');
});
