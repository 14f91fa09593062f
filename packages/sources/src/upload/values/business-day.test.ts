import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay } from '@shelfcast/domain';
import { businessDayReader, readHour } from './business-day.ts';

test('hours are read from both kinds of clock', () => {
  assert.equal(readHour('2026-09-03 10:14:00 -0400'), 10);
  assert.equal(readHour('2026-09-03T23:50:00Z'), 23);
  assert.equal(readHour('10/8/26 5:18 PM'), 17);
  assert.equal(readHour('16-Dec-2023 12:44 AM EST'), 0);
  assert.equal(readHour('12:05 p.m.'), 12);
  assert.equal(readHour('09:02:11'), 9);
  assert.equal(readHour('2026-09-03'), undefined);
  assert.equal(readHour('2026-09-03 77:00'), undefined);
});

test('what is sold before the business day ends belongs to the day before, across months and years', () => {
  const read = businessDayReader('mdy', 3);
  const day = (date: string, time?: string) => formatDay(read(date, time)!);
  assert.equal(day('2026-01-01 02:59:59'), '2025-12-31');
  assert.equal(day('2026-01-01 03:00:00'), '2026-01-01');
  assert.equal(day('2026-03-01', '12:30 AM'), '2026-02-28');
  assert.equal(day('2026-03-01'), '2026-03-01');
  assert.equal(businessDayReader('mdy', 3)('no day'), undefined);
});

test('a day that ends at midnight is the day as written', () => {
  assert.equal(formatDay(businessDayReader('mdy', 0)('2026-01-01 00:10')!), '2026-01-01');
});
