import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOutliers, medianOf } from './outliers.ts';

const find = (units: readonly number[]) =>
  findOutliers(Float64Array.from(units), units.length, new Float64Array(units.length));
const usual = Array.from({ length: 60 }, (_, i) => 8 + (i % 5));

test('a day over five times the median and eight spreads above it is an outlier, and its usual is the median', () => {
  assert.deepEqual(find([...usual, 200]), { at: [60], usual: 10 });
  assert.equal(find([...usual, 45]), undefined);
});

test('lumpy sales have a wide spread: what is ordinary among them is no outlier', () => {
  const lumpy = Array.from({ length: 60 }, (_, i) => [1, 2, 40, 60, 3][i % 5]);
  assert.equal(find([...lumpy, 150]), undefined);
});

test('what happens often is a habit, and so is a handful of pieces', () => {
  assert.equal(find([...usual, 200, 210, 220]), undefined);
  assert.equal(find([...Array.from({ length: 60 }, () => 1), 10]), undefined);
});

test('fewer than ten selling days say nothing about what is usual', () => {
  assert.equal(find([1, 1, 1, 1, 1, 1, 1, 1, 500]), undefined);
  assert.deepEqual(find([1, 1, 1, 1, 1, 1, 1, 1, 1, 500])?.at, [9]);
});

test('only as many entries as are said to count are read, and they stay as they were', () => {
  const units = Float64Array.from([...usual, 200, 9999]);
  assert.deepEqual(findOutliers(units, 61, new Float64Array(100))?.at, [60]);
  assert.equal(units[60], 200);
});

test('the median of an even number of values is the middle of the two', () => {
  assert.equal(medianOf(Float64Array.from([4, 1, 3, 2])), 2.5);
});
