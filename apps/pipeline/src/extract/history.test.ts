import assert from 'node:assert/strict';
import test from 'node:test';
import { fillHistory } from './history.ts';
import { UpperLevels } from './upper-levels.ts';

const span = { frequency: 'D' as const, first: 100, origin: 106, horizon: 3 };
const open = { past: [], ahead: new Uint8Array(3) };
const closed = { past: [101, 104], ahead: Uint8Array.of(0, 1, 0) };

test('a day without a row is zero where the shop was open and nothing at all where it was closed', () => {
  const history = fillHistory([{ period: 103, units: 5 }], 101, closed, span);
  assert.deepEqual([history.first, [...history.values]], [101, [Number.NaN, 0, 5, Number.NaN, 0, 0]]);
});

test('what was sold on a closed day was sold', () => {
  const history = fillHistory([{ period: 104, units: 2 }], 104, closed, span);
  assert.deepEqual([...history.values], [2, 0, 0]);
});

test('several sales of a period add up, and those outside the span are left out', () => {
  const sold = [99, 102, 102, 107].map((period) => ({ period, units: 3 }));
  assert.deepEqual([...fillHistory(sold, 99, open, span).values], [0, 0, 6, 0, 0, 0, 0]);
});

test('a series that began after the last whole period has no history and no gap', () => {
  const history = fillHistory([{ period: 108, units: 3 }], 108, open, span);
  assert.deepEqual([history.first, history.values.length], [107, 0]);
});

test('a location is the sum of its series from the first of them on, closed days kept', () => {
  const upper = new UpperLevels(span, (location) => (location === 1 ? closed : open));
  upper.add(1, fillHistory([{ period: 103, units: 5 }], 102, closed, span));
  upper.add(1, fillHistory([{ period: 105, units: 1 }], 105, closed, span));
  upper.add(2, fillHistory([{ period: 106, units: 7 }], 103, open, span));
  const [first, second] = [...upper.locations()];
  assert.deepEqual(
    [first.location, first.history.first, [...first.history.values]],
    [1, 102, [0, 5, Number.NaN, 1, 0]],
  );
  assert.deepEqual([...first.ahead], [0, 1, 0]);
  assert.deepEqual([second.location, [...second.history.values]], [2, [0, 0, 0, 7]]);
});

test('the tenant is closed only where every location that has begun to sell is', () => {
  const upper = new UpperLevels(span, (location) => (location === 1 ? closed : open));
  upper.add(1, fillHistory([{ period: 100, units: 1 }], 100, closed, span));
  upper.add(2, fillHistory([{ period: 103, units: 2 }], 103, open, span));
  const total = upper.total();
  // 101: only location 1, closed. 104: location 2 is open and sells nothing.
  assert.deepEqual([...total.history.values], [1, Number.NaN, 0, 2, 0, 0, 0]);
  assert.deepEqual([...total.ahead], [0, 0, 0]);
});

test('the tenant is closed where its main location is and the others sold nothing, and so it is expected to be', () => {
  const long = { frequency: 'D' as const, first: 0, origin: 69, horizon: 7 };
  const fridays = Array.from({ length: 10 }, (_, i) => 7 * i + 4);
  const main = { past: fridays, ahead: Uint8Array.of(0, 0, 0, 0, 1, 0, 0) };
  const never = { past: [], ahead: new Uint8Array(7) };
  const small = (sold: readonly number[]) => sold.map((period) => ({ period, units: 1 }));
  const everyDay = Array.from({ length: 70 }, (_, period) => ({ period, units: 9 })).filter(
    ({ period }) => !fridays.includes(period),
  );
  const totalOf = (orders: readonly number[]) => {
    const upper = new UpperLevels(long, (location) => (location === 1 ? main : never));
    upper.add(1, fillHistory(everyDay, 0, main, long));
    upper.add(2, fillHistory(small(orders), 0, never, long));
    return upper.total();
  };
  const { history, ahead } = totalOf([0, 1, 8, 30]);
  assert.deepEqual([...history.values.subarray(0, 6)], [10, 10, 9, 9, Number.NaN, 9]);
  assert.deepEqual([...ahead], [...main.ahead]);
  // Where the others do sell while the main one is closed, nothing is known to be closed.
  const open = totalOf(fridays);
  assert.equal(open.history.values[4], 1);
  assert.deepEqual([...open.ahead], [...never.ahead]);
});
