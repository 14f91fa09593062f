import assert from 'node:assert/strict';
import test from 'node:test';
import { totalLastHorizon, totalLastYear } from './history-totals.ts';
import { publishedNumber } from './published-number.ts';

test('numbers are published to a thousandth, or to four digits where that is finer', () => {
  assert.deepEqual(
    [12345.67891, 7.65432, 0.1, 0.0123456, 0.00000012345678, 1e-12, -0.0000000001, -5.43219, 0].map(
      publishedNumber,
    ),
    [12345.679, 7.654, 0.1, 0.01235, 1.235e-7, 0, 0, -5.432, 0],
  );
  assert.ok(Object.is(publishedNumber(-1e-12), 0));
});

test('totals sum what was observed; a history that does not reach so far has none', () => {
  const history = Float64Array.from({ length: 400 }, (_, i) => i);
  const open = (periods: number) => new Uint8Array(periods);
  assert.equal(totalLastHorizon(history, open(2)), 398 + 399);
  assert.equal(totalLastYear(history, open(2), 'D'), 36 + 37);
  assert.equal(totalLastYear(history.subarray(0, 363), open(2), 'D'), null);
  assert.equal(totalLastYear(history, open(365), 'D'), null);
  assert.equal(totalLastYear(history, open(3), 'W'), 348 + 349 + 350);
  assert.equal(totalLastHorizon(history.subarray(0, 1), open(2)), null);
});

test('the last horizon is no comparison where much of it was closed or out of stock, unless it will be closed as much', () => {
  assert.equal(totalLastHorizon(Float64Array.of(1, Number.NaN, Number.NaN), new Uint8Array(2)), null);
  const half = Float64Array.of(1, Number.NaN, 4);
  assert.equal(totalLastHorizon(half, new Uint8Array(2)), null);
  assert.equal(totalLastHorizon(half, Uint8Array.of(0, 1)), 4);
});

test('last year is no comparison where the shop was closed for much of it, unless it will be closed as much', () => {
  const history = Float64Array.from({ length: 364 }, (_, i) => (i < 4 ? Number.NaN : 1));
  const horizon = new Uint8Array(10);
  assert.equal(totalLastYear(history, horizon, 'D'), null);
  horizon.fill(1, 0, 3);
  assert.equal(totalLastYear(history, horizon, 'D'), 6);
});
