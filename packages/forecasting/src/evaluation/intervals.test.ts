import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortedQuantile } from '../kernels/quantile.ts';
import { randomStream } from '../kernels/random.ts';
import { ses } from '../models/ets/ses.ts';
import { naive } from '../models/simple/naive.ts';
import { windowAverage } from '../models/simple/window-average.ts';
import { fitted } from '../testing/fit.ts';
import { sales } from '../testing/series.ts';
import { sumQuantiles } from './horizon-sum.ts';
import { conformalQuantiles } from './intervals.ts';
import { pathErrors } from './path-errors.ts';
import { rangeOf } from './range.ts';
import { smoothSpread } from './spread.ts';

const LEVELS = [0.05, 0.1, 0.5, 0.9, 0.95];

test('quantiles use plotting position p (n + 1), R type 6', () => {
  const sorted = Float64Array.of(1, 2, 3, 4);
  assert.equal(sortedQuantile(sorted, 0.5), 2.5);
  assert.equal(sortedQuantile(sorted, 0.25), 1.25);
  assert.equal(sortedQuantile(sorted, 0.01), 1);
  assert.equal(sortedQuantile(sorted, 0.99), 4);
  assert.ok(Number.isNaN(sortedQuantile(new Float64Array(0), 0.5)));
});

test('the spread by step is a line that never falls, and its mean square is that of the errors', () => {
  const counts = Float64Array.of(10, 10, 10);
  const rising = smoothSpread(Float64Array.of(10, 20, 30), counts);
  assert.deepEqual(
    [...rising].map((value) => Math.round(value ** 2 * 1e9) / 1e9),
    [1, 2, 3],
  );
  const falling = smoothSpread(Float64Array.of(30, 20, 10), counts);
  assert.deepEqual(
    [...falling].map((value) => Math.round(value ** 2 * 1e9) / 1e9),
    [2, 2, 2],
  );
});

/** Share of new values at or below each quantile, over many series that go on as they were. */
function shares(level: number, length: number): number[] {
  const below = LEVELS.map(() => 0);
  let cells = 0;
  for (let seed = 1; seed <= 150; seed++) {
    const whole = sales(length + 14, level, seed);
    const values = whole.subarray(0, length);
    const fit = fitted(windowAverage, values);
    const range = rangeOf(values, true);
    const errors = pathErrors(values, 7, fit, [], 14, range);
    const quantiles = conformalQuantiles(fit.forecast(14), errors, LEVELS, range);
    for (let h = 0; h < 14; h++) {
      cells++;
      for (let j = 0; j < LEVELS.length; j++)
        if (whole[length + h] <= quantiles[h * LEVELS.length + j]) below[j]++;
    }
  }
  return below.map((count) => count / cells);
}

test('of sales that go on as they were, about p lies at or below the p-quantile', () => {
  const measured = shares(200, 150);
  // 0.03: three standard errors of 150 series whose 14 steps share one level.
  for (let j = 0; j < LEVELS.length; j++)
    assert.ok(Math.abs(measured[j] - LEVELS[j]) < 0.03, String(measured));
});

test('a slow item gets whole numbers, with 0 as its median', () => {
  const values = sales(200, 0.3, 5);
  const range = rangeOf(values, true);
  const fit = fitted(ses, values);
  const errors = pathErrors(values, 7, fit, [], 7, range);
  const quantiles = conformalQuantiles(fit.forecast(7), errors, LEVELS, range);
  assert.ok(quantiles.every(Number.isInteger));
  assert.ok(Array.from({ length: 7 }, (_, h) => quantiles[h * 5 + 2]).every((median) => median === 0));
  assert.ok(quantiles[4] >= 1);
});

test('a single observation gives a wide interval, not a certainty', () => {
  const values = Float64Array.of(5);
  const range = rangeOf(values, true);
  const errors = pathErrors(values, 7, fitted(naive, values), [], 3, range);
  const quantiles = conformalQuantiles(Float64Array.of(5, 5, 5), errors, LEVELS, range);
  assert.ok(quantiles[1] < 2 && quantiles[3] > 8);
});

test('a walk is less sure the further ahead: its spread grows with the step', () => {
  const random = randomStream(7);
  let level = 1000;
  const values = Float64Array.from({ length: 300 }, () => (level += random() - 0.5));
  const errors = pathErrors(values, 1, fitted(naive, values, 1), [], 20, rangeOf(values, false));
  // The root of 20 steps is 4.5 times that of one; 104 steps hold few walks of 20 that don't overlap.
  assert.ok(errors.spread[19] / errors.spread[0] > 2);
});

test("the sum's quantiles are those of joint paths: narrower than sums of quantiles, wider than a sum of strangers", () => {
  const values = sales(400, 50, 11);
  const range = rangeOf(values, true);
  const fit = fitted(ses, values);
  const mean = fit.forecast(28);
  const errors = pathErrors(values, 7, fit, [], 28, range);
  const steps = conformalQuantiles(mean, errors, [0.1, 0.9], range);
  const [low, high] = sumQuantiles(mean, errors, [0.1, 0.9], range, undefined, 1);
  let summed = 0;
  for (let h = 0; h < 28; h++) summed += steps[2 * h + 1] - steps[2 * h];
  assert.ok(high - low < summed / 2);
  assert.ok(high - low > 0);
  const total = mean.reduce((sum, value) => sum + value, 0);
  assert.ok(low < total && total < high);
});

test('closed periods add nothing to the sum, and the same seed gives the same numbers', () => {
  const values = sales(200, 50, 13);
  const range = rangeOf(values, true);
  const fit = fitted(ses, values);
  const errors = pathErrors(values, 7, fit, [], 14, range);
  const sum = (closed: Uint8Array | undefined, seed = 1): Float64Array =>
    sumQuantiles(fit.forecast(14), errors, LEVELS, range, closed, seed);
  assert.deepEqual(sum(undefined), sum(undefined));
  assert.notDeepEqual(sum(undefined, 2), sum(undefined));
  assert.deepEqual([...sum(new Uint8Array(14).fill(1))], [0, 0, 0, 0, 0]);
  const half = Uint8Array.from({ length: 14 }, (_, h) => h % 2);
  assert.ok(sum(half)[2] < 0.6 * sum(undefined)[2]);
});
