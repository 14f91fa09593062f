import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorWeights } from './error-weights.ts';

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

test('weights add up to 1, equal losses weigh the same, less loss weighs more', () => {
  assert.deepEqual(errorWeights([3, 3, 3, 3]), [0.25, 0.25, 0.25, 0.25]);
  const weights = errorWeights([1, 1.1, 1.2]);
  assert.ok(Math.abs(sum(weights) - 1) < 1e-12);
  assert.ok(weights[0] > weights[1] && weights[1] > weights[2]);
});

test('by hand: two losses of which one is a fifth larger', () => {
  // 1.2⁻⁴ = 0.48225; 0.7 × 1 / 1.48225 + 0.15.
  const [first, second] = errorWeights([10, 12]);
  assert.ok(Math.abs(first - (0.7 / 1.4822530864 + 0.15)) < 1e-9);
  assert.ok(Math.abs(first + second - 1) < 1e-12);
});

test('what lost three tenths more than the best has no say', () => {
  assert.deepEqual(errorWeights([1, 1.31]), [1, 0]);
  assert.equal(errorWeights([1e-300, 1]).at(-1), 0);
});

test('nothing lost by anyone: equal; one perfect: all of it, and no division by zero', () => {
  assert.deepEqual(errorWeights([0, 0]), [0.5, 0.5]);
  assert.deepEqual(errorWeights([0, 5]), [1, 0]);
  assert.deepEqual(errorWeights([7]), [1]);
});
