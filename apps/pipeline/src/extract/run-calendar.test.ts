import assert from 'node:assert/strict';
import test from 'node:test';
import { type Day, formatDay, parseDay, periodEnd, periodOf, periodStart } from '@shelfcast/domain';
import { closedPeriods, longSeasonsFor, type RunSpan, seasonFor, spanOf } from './run-calendar.ts';

const day = (text: string): Day => parseDay(text) as Day;
const ends = (span: RunSpan | undefined): string | undefined =>
  span && formatDay(periodEnd(span.origin, span.frequency));
const begins = (span: RunSpan | undefined): string | undefined =>
  span && formatDay(periodStart(span.first, span.frequency));

test('days run from the first sale to the last', () => {
  const span = spanOf('D', 28, day('2024-01-03'), day('2024-01-10'), new Set());
  assert.deepEqual([begins(span), ends(span)], ['2024-01-03', '2024-01-10']);
});

test('a week or month that is not whole at either end is dropped', () => {
  // Wednesday to Wednesday four weeks on.
  const weeks = spanOf('W', 4, day('2024-01-03'), day('2024-01-31'), new Set());
  assert.deepEqual([begins(weeks), ends(weeks)], ['2024-01-08', '2024-01-28']);
  const months = spanOf('M', 2, day('2024-01-01'), day('2024-03-30'), new Set());
  assert.deepEqual([begins(months), ends(months)], ['2024-01-01', '2024-02-29']);
});

test('days that are closed everywhere complete a period; for days they change nothing', () => {
  const sunday = new Set([day('2024-01-28')]);
  assert.equal(ends(spanOf('W', 4, day('2024-01-01'), day('2024-01-27'), sunday)), '2024-01-28');
  assert.equal(ends(spanOf('D', 4, day('2024-01-01'), day('2024-01-27'), sunday)), '2024-01-27');
});

test('less than a whole period is no span', () => {
  assert.equal(spanOf('W', 4, day('2024-01-02'), day('2024-01-08'), new Set()), undefined);
  assert.equal(spanOf('M', 4, day('2024-01-02'), day('2024-02-27'), new Set()), undefined);
});

test('a period is closed when all its days are, behind us and ahead', () => {
  const span: RunSpan = {
    frequency: 'W',
    first: periodOf(day('2024-01-01'), 'W'),
    origin: periodOf(day('2024-01-22'), 'W'),
    horizon: 2,
  };
  const week = (monday: string, days: number): Day[] =>
    Array.from({ length: days }, (_, i) => day(monday) + i);
  const closed = closedPeriods(
    [
      ...week('2024-01-08', 7),
      ...week('2024-01-15', 6),
      ...week('2024-02-05', 7),
      ...week('2024-02-05', 7),
      ...week('2023-12-25', 7),
    ],
    span,
  );
  assert.deepEqual(closed.past, [span.first + 1]);
  assert.deepEqual([...closed.ahead], [0, 1]);
});

test('a season is assumed only where history holds two of it', () => {
  const span = { frequency: 'W' as const, first: 0, origin: 102, horizon: 4 };
  assert.equal(seasonFor(52, span), 1);
  assert.equal(seasonFor(52, { ...span, origin: 103 }), 52);
});

test('days have the year as a longer season where history holds two of them', () => {
  const span = { frequency: 'D' as const, first: 0, origin: 729, horizon: 4 };
  assert.deepEqual(longSeasonsFor(span), []);
  assert.deepEqual(longSeasonsFor({ ...span, origin: 730 }), [365.25]);
  assert.deepEqual(longSeasonsFor({ ...span, frequency: 'W', origin: 2000 }), []);
});
