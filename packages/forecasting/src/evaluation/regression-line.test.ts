import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../kernels/chance/random.ts';
import { regressed, regressionLine } from './regression-line.ts';

test('with many witnesses it is the least-squares line, as covariance ÷ variance has it', () => {
  const xs = Float64Array.of(1, 2, 3, 6, Number.NaN);
  const ys = Float64Array.of(2, 3, 2, 4, 9);
  // Products of deviations: 1.5 − 0.25 + 0 + 3.75 = 5 · squares of x’s: 14.
  const line = regressionLine(xs, ys, 1e12);
  assert.ok(Math.abs(1 + line.slope - 5 / 14) < 1e-9);
  assert.equal(line.centre, 3);
  assert.ok(Math.abs(regressed(6, line) - (3 + 3 * (5 / 14))) < 1e-9);
});

test('noise that was forecast is not believed: independent values are drawn to the mean of the forecasts', () => {
  const random = randomStream(3);
  const xs = Float64Array.from({ length: 500 }, random);
  const ys = Float64Array.from({ length: 500 }, random);
  const line = regressionLine(xs, ys, 500);
  assert.ok(Math.abs(regressed(1, line) - line.centre) < 0.06);
});

test('a forecast that is right stays as it is; so does one of which nothing is known, and a bias is left alone', () => {
  const xs = Float64Array.of(1, 2, 3);
  assert.equal(regressed(5, regressionLine(xs, xs, 3)), 5);
  assert.equal(
    regressed(
      5,
      regressionLine(
        xs,
        xs.map((x) => x + 10),
        1e12,
      ),
    ),
    5,
  );
  assert.equal(regressed(5, regressionLine(new Float64Array(0), new Float64Array(0), 0)), 5);
});

test('values whose squares are beyond numbers leave the forecast as it is', () => {
  const xs = Float64Array.of(1e200, 2e200, 4e200);
  assert.equal(regressed(3e200, regressionLine(xs, Float64Array.of(2e200, 1e200, 3e200), 3)), 3e200);
});
