import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsOf, forecastSeries, measureOf } from './accuracy.ts';
import { naiveScale } from './naive-scale.ts';
import { type RetailData, windowAt } from './retail-data.ts';

const floats = (...values: number[]) => Float64Array.from(values);
const near = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} ≠ ${b}`);

const data: RetailData = {
  name: 'made-up',
  season: 1,
  horizon: 2,
  lastOrigin: 4,
  known: ['price'],
  measure: 'weightedRmsse',
  series: [
    { values: floats(0, 1, 3, 2, 2, 4), known: [floats(0, 1, 2, 3, 4, 5)], weight: () => 30 },
    { values: floats(1, 3, 2, 2, 2, Number.NaN), known: [floats(9, 9, 9, 9, 9, 9)], weight: () => 10 },
    { values: floats(0, 0, 0, 0, 7, 7), known: [floats(0, 0, 0, 0, 0, 0)] },
  ],
};

test('the scale begins with the first sale, and a gap has no change to either side', () => {
  assert.equal(naiveScale(floats(0, 0, 1, 3, 2)), 2.5);
  assert.equal(naiveScale(floats(1, 3, Number.NaN, 3, 5)), 4);
  assert.ok(Number.isNaN(naiveScale(floats(0, 0))));
});

test('a window begins with the first sale, takes covariates over the horizon, and leaves out what has not sold yet', () => {
  const window = windowAt(data, 4);
  assert.deepEqual(window.offsets, Uint32Array.of(0, 3, 7));
  assert.deepEqual(window.values, floats(1, 3, 2, 1, 3, 2, 2));
  assert.deepEqual(window.known[0], floats(1, 2, 3, 4, 5, 9, 9, 9, 9, 9, 9));
  assert.deepEqual(window.actual, floats(2, 4, 2, Number.NaN));
});

test('by hand: two series, weighted; what was not observed is not scored; below zero is zero', () => {
  const errors = [errorsOf(windowAt(data, 4), floats(3, 3, -1, 99))];
  const drawn = forecastSeries(errors);
  // Series 1: errors 1, −1, scale (4 + 1) / 2; series 2: error −2, scale (4 + 1 + 0) / 3.
  const [first, second] = [Math.sqrt(1 / 2.5), Math.sqrt(4 / (5 / 3))];
  near(measureOf('weightedRmsse', errors, drawn), (first * 30 + second * 10) / 40);
  near(measureOf('rmsse', errors, drawn), (first + second) / 2);
  near(measureOf('wape', errors, drawn), 4 / 8);
  near(measureOf('bias', errors, drawn), -2 / 8);
  near(measureOf('rmsse', errors, [0, 0, 1]), (2 * first + second) / 3);
});

test('a series that was not forecast is left out', () => {
  const errors = [errorsOf(windowAt(data, 4), floats(Number.NaN, Number.NaN, 2, 2))];
  assert.deepEqual(forecastSeries(errors), Int32Array.of(1));
});
