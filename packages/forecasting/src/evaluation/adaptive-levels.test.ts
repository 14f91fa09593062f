import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adaptiveLevels } from './adaptive-levels.ts';
import type { PastForecasts } from './past-forecasts.ts';

const LEVELS = [0.1, 0.5, 0.9];

/** One score an origin. */
function adapted(scores: number[], sorted: number[]): number[] {
  const past = {
    horizon: 1,
    origins: Int32Array.from(scores, (_, r) => r),
  } as unknown as PastForecasts;
  return adaptiveLevels(
    past,
    { scores: Float64Array.from(scores), sorted: Float64Array.from(sorted) },
    LEVELS,
  );
}

const even = Array.from({ length: 99 }, (_, i) => i + 1);

test('one miss moves a level by the step times what it missed by (Gibbs & Candès, eq. 2)', () => {
  // 60 lies below the 0.9-quantile, 90, and above the others: 0.02 × (0.9 − 1) · 0.02 × (0.5 − 0) · 0.02 × (0.1 − 0).
  const [low, middle, high] = adapted([60], even);
  assert.ok(Math.abs(low - 0.102) < 1e-12);
  assert.ok(Math.abs(middle - 0.51) < 1e-12);
  assert.ok(Math.abs(high - 0.898) < 1e-12);
});

test('where the last values came out ever higher, levels rise; lower, they fall; not observed, they stay', () => {
  assert.ok(adapted(new Array(20).fill(98), even).every((level, j) => level > LEVELS[j] + 0.01));
  assert.ok(adapted(new Array(20).fill(2), even).every((level, j) => level < LEVELS[j] - 0.01));
  assert.deepEqual(adapted([Number.NaN, Number.NaN], even), LEVELS);
});

test('levels stay in order and within 0 and 1, however long the misses last', () => {
  for (const score of [1000, -1000]) {
    const levels = adapted(new Array(2000).fill(score), even);
    assert.ok(levels.every((level, j) => level > 0 && level < 1 && (j === 0 || level >= levels[j - 1])));
  }
});
