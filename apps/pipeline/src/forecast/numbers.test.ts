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
  assert.equal(totalLastHorizon(history, 2), 398 + 399);
  assert.equal(totalLastYear(history, 2, 'D'), 36 + 37);
  assert.equal(totalLastYear(history.subarray(0, 363), 2, 'D'), null);
  assert.equal(totalLastYear(history, 365, 'D'), null);
  assert.equal(totalLastYear(history, 3, 'W'), 348 + 349 + 350);
  assert.equal(totalLastHorizon(history.subarray(0, 1), 2), null);
  assert.equal(totalLastHorizon(Float64Array.of(1, Number.NaN, Number.NaN), 2), null);
  assert.equal(totalLastHorizon(Float64Array.of(1, Number.NaN, 4), 2), 4);
});
