import assert from 'node:assert/strict';
import test from 'node:test';
import { withoutStockOuts } from './stock-outs.ts';

const NO = Number.NaN;
const span = { frequency: 'D' as const, first: 90, origin: 105, horizon: 3 };
const history = { first: 100, values: Float64Array.of(4, 5, 1, 0, 0, 6) };
const out = (day: number, said = false) => ({ day, said });
const masked = (...outs: { day: number; said: boolean }[]) => [
  ...withoutStockOuts(history, outs, span).values,
];

test('a day without stock was not observed, whether nothing was sold on it or less than was asked for', () => {
  assert.deepEqual(masked(out(102), out(103), out(104, true)), [4, 5, NO, NO, NO, 6]);
  assert.deepEqual(masked(out(99), out(106)), [4, 5, 1, 0, 0, 6]);
});

test('a count that is nought on most selling days is not believed; what is said is', () => {
  assert.deepEqual(masked(out(100), out(101), out(102), out(103), out(104, true)), [4, 5, 1, 0, NO, 6]);
});

test('a week is not observed when it was without stock for half of its days', () => {
  const weeks = { frequency: 'W' as const, first: 2800, origin: 2801, horizon: 1 };
  const monday = 2800 * 7 - 3;
  const days = (count: number) => Array.from({ length: count }, (_, i) => out(monday + i, true));
  const two = { first: 2800, values: Float64Array.of(20, 21) };
  assert.deepEqual([...withoutStockOuts(two, days(4), weeks).values], [NO, 21]);
  assert.deepEqual([...withoutStockOuts(two, days(3), weeks).values], [20, 21]);
});

test('a history of which nothing would be left that sold stays as it is', () => {
  const all = [100, 101, 102, 105].map((day) => out(day, true));
  assert.deepEqual(masked(...all), [4, 5, 1, 0, 0, 6]);
  assert.deepEqual(masked(...all.slice(1)), [4, NO, NO, 0, 0, NO]);
});
