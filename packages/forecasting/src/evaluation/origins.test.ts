import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { shortestTestable, strideOf, testPlan } from './origins.ts';

test('origins are spaced by the horizon and the last window ends with the history, where it is long', () => {
  assert.deepEqual(testPlan(400, 28, 7, 3).refits, [316, 344, 372]);
});

test('origins move closer where the history is short, and keep two seasons and a quarter to fit to', () => {
  assert.deepEqual(testPlan(76, 28, 7, 3).refits, [20, 34, 48]);
});

test('a history shorter than two seasons and eight periods holds no test', () => {
  assert.deepEqual(testPlan(13, 28, 7, 3).refits, []);
  assert.deepEqual(testPlan(7, 1, 1, 3).refits, []);
  assert.equal(testPlan(14, 28, 7, 3).refits.length, 1);
});

test('origins between refits cost no fit: every refit begins its own, and none reaches the next one', () => {
  const plan = fc.record({
    length: fc.integer({ min: 1, max: 2000 }),
    horizon: fc.integer({ min: 1, max: 60 }),
    season: fc.constantFrom(1, 4, 7, 12, 52),
    count: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(plan, ({ length, horizon, season, count }) => {
      const { refits, origins } = testPlan(length, horizon, season, count);
      assert.equal(refits.length === 0, length < shortestTestable(season));
      assert.ok(refits.length <= count);
      for (let k = 0; k < refits.length; k++) {
        assert.ok(refits[k] >= 1 && refits[k] < length);
        assert.equal(origins[k][0], refits[k]);
        assert.ok(origins[k].every((origin) => origin < (refits[k + 1] ?? length)));
      }
    }),
  );
});

test('a stride never meets the same phase of the season again and again', () => {
  assert.equal(strideOf(14 * 24, 24, 7), 15);
  assert.equal(strideOf(14 * 24, 24, 1), 14);
});
