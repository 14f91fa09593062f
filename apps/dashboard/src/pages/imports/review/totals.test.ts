import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totalsByMonth } from './totals.ts';

const day = (day: string, revenue: string | null, units = 1) => ({ day, lines: 2, units, revenue });

test('days add up to months, money to the penny', () => {
  const days = Array.from({ length: 30 }, (_, t) => day(`2026-04-${String(t + 1).padStart(2, '0')}`, '0.10'));
  assert.deepEqual(totalsByMonth([...days, day('2026-05-01', '-3.1415', -2)], 'en'), [
    { key: '2026-04', name: 'April 2026', lines: 60, units: 30, revenue: '3.00' },
    { key: '2026-05', name: 'May 2026', lines: 2, units: -2, revenue: '-3.1415' },
  ]);
});

test('a month without money has none, which is not zero', () => {
  assert.equal(totalsByMonth([day('2026-04-01', null)], 'en')[0]!.revenue, null);
  assert.equal(totalsByMonth([day('2026-04-01', '0.00')], 'en')[0]!.revenue, '0.00');
});
