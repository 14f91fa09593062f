import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  absoluteActual,
  absoluteError,
  covered,
  meanSquaredChange,
  observations,
  pinballLoss,
  signedError,
  squaredError,
} from './losses.ts';

/** Each measure a second way: over pairs, with the ones that were not observed filtered out first. */
const pairs = fc.array(
  fc.record({
    actual: fc.oneof(
      { weight: 4, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
      { weight: 1, arbitrary: fc.constant(Number.NaN) },
    ),
    forecast: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  }),
  { maxLength: 40 },
);

function holds(
  measure: (actual: Float64Array, forecast: Float64Array) => number,
  second: (observed: { actual: number; forecast: number }[]) => number,
): void {
  fc.assert(
    fc.property(pairs, (all) => {
      const actual = Float64Array.from(all, (pair) => pair.actual);
      const forecast = Float64Array.from(all, (pair) => pair.forecast);
      const expected = second(all.filter((pair) => !Number.isNaN(pair.actual)));
      const scale = all.reduce(
        (sum, pair) => sum + Math.abs(pair.forecast) ** 2 + (pair.actual || 0) ** 2,
        1,
      );
      assert.ok(Math.abs(measure(actual, forecast) - expected) <= 1e-12 * scale);
    }),
  );
}

const sum = (numbers: number[]): number => numbers.reduce((total, number) => total + number, 0);

test('observations counts what was observed', () => {
  holds(
    (actual) => observations(actual),
    (pairs) => pairs.length,
  );
});

test('absolute error is the sum of distances', () => {
  holds(absoluteError, (pairs) =>
    sum(pairs.map(({ actual, forecast }) => Math.max(actual, forecast) - Math.min(actual, forecast))),
  );
});

test('squared error is Σy² − 2Σyŷ + Σŷ²', () => {
  holds(squaredError, (pairs) =>
    sum(pairs.map(({ actual, forecast }) => actual * actual - 2 * actual * forecast + forecast * forecast)),
  );
});

test('signed error is the difference of the sums, positive where the forecast is too high', () => {
  holds(signedError, (pairs) => sum(pairs.map((p) => p.forecast)) - sum(pairs.map((p) => p.actual)));
  assert.equal(signedError(Float64Array.of(1), Float64Array.of(3)), 2);
});

test('absolute actual is the sum of sizes', () => {
  holds(
    (actual) => absoluteActual(actual),
    (pairs) => sum(pairs.map((p) => Math.sqrt(p.actual ** 2))),
  );
});

test('pinball loss at 0.5 is half the absolute error', () => {
  holds(
    (actual, forecast) => pinballLoss(actual, forecast, 0.5),
    (pairs) => sum(pairs.map(({ actual, forecast }) => Math.abs(actual - forecast))) / 2,
  );
});

test('pinball loss is max(level × e, (level − 1) × e)', () => {
  holds(
    (actual, forecast) => pinballLoss(actual, forecast, 0.9),
    (pairs) =>
      sum(
        pairs.map(({ actual, forecast }) => Math.max(0.9 * (actual - forecast), -0.1 * (actual - forecast))),
      ),
  );
});

test('pinball loss is smallest at the quantile of that level', () => {
  const actual = Float64Array.from({ length: 101 }, (_, i) => i);
  const at = (value: number): number => pinballLoss(actual, new Float64Array(101).fill(value), 0.9);
  for (const other of [50, 80, 89, 91, 95, 100]) assert.ok(at(90) <= at(other));
});

test('covered counts both ends in, and not what was not observed', () => {
  const actual = Float64Array.of(1, 2, 3, Number.NaN, 9);
  assert.equal(covered(actual, new Float64Array(5).fill(1), new Float64Array(5).fill(3)), 3);
});

test('mean squared change starts at the first sale, and steps over values that were not observed', () => {
  // Changes: 2 → 5 (over the gap), 5 → 4, 4 → 0: (9 + 1 + 16) ÷ 3.
  assert.equal(meanSquaredChange(Float64Array.of(0, 0, 2, Number.NaN, 5, 4, 0)), 26 / 3);
  assert.ok(Number.isNaN(meanSquaredChange(Float64Array.of(0, 0, 2))));
  assert.equal(meanSquaredChange(Float64Array.of(1, 2, 100), 2), 1);
});
