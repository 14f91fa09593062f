import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attainable, rangeOf } from './range.ts';

test('sales are forecast up to twice the record, and never below zero', () => {
  const range = rangeOf(Float64Array.of(3.1, Number.NaN, 40.7), true);
  assert.deepEqual([range.low, range.high], [0, 81.4]);
});

test('values that may be negative go beyond their extremes by their own spread', () => {
  const range = rangeOf(Float64Array.of(-5, 15), false);
  assert.deepEqual([range.low, range.high, range.unit], [-25, 35, 0]);
});

test('slow items come in their unit: pieces, packs of six, quarter kilos', () => {
  assert.equal(rangeOf(Float64Array.of(0, 2, 0, 3, 1), true).unit, 1);
  assert.equal(rangeOf(Float64Array.of(0, 6, 0, 18, 12), true).unit, 6);
  assert.equal(rangeOf(Float64Array.of(0, 0.75, 0.5), true).unit, 0.25);
  assert.equal(rangeOf(Float64Array.of(0, 4, 0, 4), true).unit, 4);
});

test('fast items and weights have no unit', () => {
  assert.equal(rangeOf(Float64Array.of(1, 41), true).unit, 0);
  assert.equal(rangeOf(Float64Array.of(0.317, 1.22, 0.874), true).unit, 0);
});

test('a quantile of a slow item is a number that can be sold', () => {
  const range = rangeOf(Float64Array.of(0, 6, 0, 18, 12), true);
  assert.deepEqual(
    [0.4, 2.9, 3.1, 100].map((value) => attainable(value, range)),
    [0, 0, 6, 36],
  );
});

test('a range of nothing observed is zero', () => {
  assert.equal(rangeOf(Float64Array.of(Number.NaN), true).high, 0);
});
