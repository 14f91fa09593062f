import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, formatDay, parseDay } from '../day.ts';
import { type CalendarEvent, concerns, eventDays } from './events.ts';

const day = (text: string): Day => parseDay(text) as Day;
const event = (from: string, to: string, yearly = false): CalendarEvent => ({
  name: 'Fair',
  from: day(from),
  to: day(to),
  yearly,
  kind: 'event',
  locations: null,
});
const days = (one: CalendarEvent, from: string, to: string): string[] =>
  eventDays(one, day(from), day(to)).map(formatDay);

test('an event covers its first day to its last, and no more of them than are asked for', () => {
  assert.deepEqual(days(event('2024-05-03', '2024-05-05'), '2024-05-04', '2024-06-01'), [
    '2024-05-04',
    '2024-05-05',
  ]);
  assert.deepEqual(days(event('2024-05-03', '2024-05-05'), '2025-05-01', '2025-06-01'), []);
});

test('a yearly event comes again every year, not before its first, also over New Year', () => {
  assert.deepEqual(days(event('2023-12-31', '2024-01-01', true), '2020-01-01', '2025-01-01'), [
    '2023-12-31',
    '2024-01-01',
    '2024-12-31',
    '2025-01-01',
  ]);
  assert.deepEqual(days(event('2023-12-31', '2024-01-01', true), '2026-01-01', '2026-01-02'), ['2026-01-01']);
});

test('what begins on 29 February repeats in leap years', () => {
  assert.deepEqual(days(event('2020-02-29', '2020-02-29', true), '2020-01-01', '2025-01-01'), [
    '2020-02-29',
    '2024-02-29',
  ]);
});

test('an event concerns all locations, or those it names', () => {
  assert.ok(concerns(event('2024-05-03', '2024-05-05'), 7));
  assert.deepEqual(
    [7, 8].map((location) => concerns({ ...event('2024-05-03', '2024-05-05'), locations: [8] }, location)),
    [false, true],
  );
});
