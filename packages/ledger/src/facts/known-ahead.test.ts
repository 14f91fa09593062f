import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knownAhead } from './known-ahead.ts';

const period = (import_id: number, from: number, to: number | null, drivers: Record<string, number>) => ({
  series_id: 1,
  import_id,
  from,
  to,
  drivers,
});
const day = (import_id: number, on: number, known: Record<string, number>) => ({
  series_id: 1,
  import_id,
  day: on,
  known,
});

test('days of which the same is known are one run; a promotion interrupts a price', () => {
  const periods = [period(1, 0, null, { price: 5 }), period(1, 12, 13, { price: 4, promotion: 1 })];
  assert.deepEqual(knownAhead(periods, [], 10, 15), [
    { from: 10, to: 11, drivers: { price: 5 } },
    { from: 12, to: 13, drivers: { price: 4, promotion: 1 } },
    { from: 14, to: 15, drivers: { price: 5 } },
  ]);
});

test('days of which nothing is known are left out, and what is planned beside sales joins by import', () => {
  const periods = [period(2, 11, 12, { price: 5 })];
  const days = [day(1, 12, { price: 9, stand: 1 }), day(3, 14, { price: 7 })];
  assert.deepEqual(knownAhead(periods, days, 10, 15), [
    { from: 11, to: 11, drivers: { price: 5 } },
    { from: 12, to: 12, drivers: { price: 5, stand: 1 } },
    { from: 14, to: 14, drivers: { price: 7 } },
  ]);
});
