import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, naiveScale, type ScoredSeries } from './measures.ts';

const floats = (...values: number[]) => Float64Array.from(values);

test('the scale begins with the first sale', () => {
  // Changes after the first sale: 2, -1 → (4 + 1) / 2.
  assert.equal(naiveScale(floats(0, 0, 1, 3, 2)), 2.5);
  assert.ok(Number.isNaN(naiveScale(floats(0, 0))));
});

test('by hand: two series, weighted by what they sold for', () => {
  const series = (mean: number, dollars: number): ScoredSeries => ({
    history: floats(1, 3, 2),
    actual: floats(2, 4),
    mean: floats(mean, mean),
    low: floats(2, 2),
    high: floats(3, 3),
    dollars,
  });
  const found = measure([series(3, 30), series(2, 10)]);
  // Series 1: errors 1, -1 → √(1 / 2.5); series 2: errors 0, -2 → √(2 / 2.5).
  const [first, second] = [Math.sqrt(1 / 2.5), Math.sqrt(2 / 2.5)];
  assert.ok(Math.abs(found.weightedRmsse - (first * 30 + second * 10) / 40) < 1e-12);
  assert.ok(Math.abs(found.meanRmsse - (first + second) / 2) < 1e-12);
  assert.equal(found.wape, 4 / 12);
  assert.equal(found.bias, -2 / 12);
  assert.equal(found.coverage80, 0.5);
});
