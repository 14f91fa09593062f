import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../chance/random.ts';
import { bestConstant, type SmoothingConstant } from './smoothing-constant.ts';

const found: SmoothingConstant = { alpha: 0, squaredError: 0, level: 0 };

function smoothing(values: Float64Array, alpha: number): { squaredError: number; level: number } {
  let level = values[0];
  let squaredError = 0;
  for (const value of values) {
    squaredError += (value - level) ** 2;
    level += alpha * (value - level);
  }
  return { squaredError, level };
}

test('of a thousand constants from 0.1 to 0.3 none leaves an error that is smaller by more than 1e-5', () => {
  const random = randomStream(2);
  for (let round = 0; round < 40; round++) {
    let level = 10;
    const values = Float64Array.from({ length: 20 + 5 * round }, () => {
      level += (round / 40) * (random() - 0.5);
      return level + 3 * (random() - 0.5);
    });
    bestConstant(values, values.length, 0.1, 0.3, found);
    for (let i = 0; i <= 1000; i++) {
      const { squaredError } = smoothing(values, 0.1 + (0.2 * i) / 1000);
      assert.ok(found.squaredError <= squaredError * (1 + 1e-5), `round ${round}, ${found.alpha}`);
    }
  }
});

test('the error and the level that it gives are those of its constant', () => {
  const values = Float64Array.of(3, 5, 2, 6, 4, 4, 7);
  bestConstant(values, 7, 0.1, 0.9, found);
  const { squaredError, level } = smoothing(values, found.alpha);
  assert.ok(Math.abs(squaredError - found.squaredError) < 1e-12 && Math.abs(level - found.level) < 1e-12);
});

test('a constant or a single value is its own level, without an error', () => {
  for (const values of [Float64Array.of(4), new Float64Array(9).fill(4)]) {
    bestConstant(values, values.length, 0.1, 0.3, found);
    assert.deepEqual([found.level, found.squaredError], [4, 0]);
  }
});
