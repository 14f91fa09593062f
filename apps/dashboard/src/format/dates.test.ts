import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ago, dayAge, dayAt, dayRange, longDay, period, plainDay } from './dates.ts';
import { periodSeconds, stepPeriods } from './periods.ts';

test('a sales day is the same day in every time zone', () => {
  assert.match(longDay('2011-12-09', 'en-GB'), /^Friday,? 9 December 2011$/);
  assert.equal(longDay('2011-12-09', 'en-US'), 'Friday, December 9, 2011');
});

test('a date is never torn apart at the end of a line', () => {
  assert.equal(plainDay('2011-12-09', 'en-GB'), '9\u00a0Dec\u00a02011');
  assert.match(dayRange('2011-12-10', '2012-01-06', 'en-GB'), /2011\s–\s6/u);
});

test('a range does not say twice what both ends share', () => {
  assert.equal(dayRange('2011-12-10', '2011-12-16', 'en-GB').match(/2011/g)?.length, 1);
});

test('a period is named as people name it', () => {
  assert.equal(period('2011-12-01', 'M', 'en-GB'), 'December 2011');
  assert.match(period('2011-12-05', 'W', 'en-GB'), /^week of 5/);
});

test('a day is as old as people say it, as coarsely as it is far', () => {
  const old = (day: string) => dayAge(day, '2026-11-22', 'en-GB');
  assert.equal(old('2026-11-22'), 'today');
  assert.equal(old('2026-11-21'), 'yesterday');
  assert.equal(old('2026-10-13'), '6 weeks ago');
  assert.equal(old('2026-07-22'), '4 months ago');
  assert.equal(old('2011-12-09'), '15 years ago');
});

test('the same instant is another day in another time zone', () => {
  const instant = Date.parse('2026-11-22T23:30:00Z');
  assert.deepEqual(
    [dayAt(instant, 'Europe/London'), dayAt(instant, 'Europe/Berlin')],
    ['2026-11-22', '2026-11-23'],
  );
});

test('months step by the calendar, weeks and days by their length, over every clock change', () => {
  assert.equal(stepPeriods('2026-01-01', 13, 'M'), '2027-02-01');
  assert.equal(stepPeriods('2026-03-28', 2, 'D'), '2026-03-30');
  const seconds = periodSeconds('2026-03-01', 60, 'D');
  assert.ok(seconds.every((value) => value % 86_400 === 0));
});

test('what is long ago is a date', () => {
  const now = Date.parse('2026-11-22T17:00:00Z');
  assert.equal(ago('2026-11-22T16:57:00Z', now, 'en-GB'), '3 minutes ago');
  assert.equal(ago('2026-11-22T16:59:40Z', now, 'en-GB'), 'just now');
  assert.match(ago('2026-10-01T16:57:00Z', now, 'en-GB'), /Oct/);
});
