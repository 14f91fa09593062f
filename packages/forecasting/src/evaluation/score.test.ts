import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scoreOf, withIntervals } from './score.ts';

const values = Float64Array.of(2, 4, 2, 4, 6, 8, 1, Number.NaN);
const windows = [
  { refit: 0, origin: 4, actual: values.subarray(4, 6), forecast: Float64Array.of(5, 5) },
  { refit: 1, origin: 6, actual: values.subarray(6, 8), forecast: Float64Array.of(3, 3) },
];

test('a score adds its windows up, and leaves out what was not observed', () => {
  const score = scoreOf('m', values, windows);
  assert.equal(score.observations, 3);
  assert.equal(score.absoluteError, 1 + 3 + 2);
  assert.equal(score.squaredError, 1 + 9 + 4);
  assert.equal(score.error, -1 - 3 + 2);
  assert.equal(score.actual, 15);
  assert.equal(score.mae, 2);
});

test('RMSSE divides each window by the mean squared change of the history before it', () => {
  // Before 4: changes 2, −2, 2, mean square 4. Before 6: 2, −2, 2, 2, 2, mean square 4.
  assert.equal(scoreOf('m', values, windows).rmsse, Math.sqrt(((1 + 9) / 2 / 4 + 4 / 1 / 4) / 2));
});

test('RMSSE is not defined where the history never changes', () => {
  const constant = new Float64Array(8).fill(3);
  const window = { refit: 0, origin: 6, actual: constant.subarray(6), forecast: Float64Array.of(3, 3) };
  assert.ok(Number.isNaN(scoreOf('m', constant, [window]).rmsse));
});

test('pinball is the mean over levels and observed values, coverage the share within the ends', () => {
  const quantiles = [
    {
      columns: [Float64Array.of(4, 4), Float64Array.of(7, 7)],
      low: Float64Array.of(4, 4),
      high: Float64Array.of(7, 7),
    },
    {
      columns: [Float64Array.of(0, 0), Float64Array.of(4, 4)],
      low: Float64Array.of(0, 0),
      high: Float64Array.of(4, 4),
    },
  ];
  const score = withIntervals(scoreOf('m', values, windows), windows, quantiles, [0.25, 0.75]);
  // 6: .25 × 2, .25 × 1 · 8: .25 × 4, .75 × 1 · 1: .25 × 1, .25 × 3.
  assert.equal(score.pinball, (0.5 + 0.25 + 1 + 0.75 + 0.25 + 0.75) / 6);
  assert.equal(score.coverage80, 2 / 3);
});
