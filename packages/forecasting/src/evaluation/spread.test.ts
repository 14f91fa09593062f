import assert from 'node:assert/strict';
import { test } from 'node:test';
import { smoothSpread } from './spread.ts';

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
