import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { randomStream } from '../chance/random.ts';
import { additiveIndices, isSeasonal, seasonalIndices } from './classical-season.ts';

const week = [-3, -2, -1, 0, 1, 5, 0];
const additive = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, t) => 10 + 0.1 * t + week[t % 7]);

test('a season on a straight line comes back as it was put in, for odd and even lengths', () => {
  assertClose(additiveIndices(additive(70), 7), week, 1e-12);
  const even = [2, -1, -2, 1];
  const values = Float64Array.from({ length: 41 }, (_, t) => 50 - 0.5 * t + even[t % 4]);
  assertClose(additiveIndices(values, 4), even, 1e-12);
});

test('factors that average one on a level come back as they were put in', () => {
  const factors = [0.5, 0.75, 1, 1.25, 1.5];
  const { multiplicative, indices } = seasonalIndices(
    Float64Array.from({ length: 50 }, (_, t) => 8 * factors[t % 5]),
    5,
  );
  assert.equal(multiplicative, true);
  assertClose(indices, factors, 1e-12);
});

test('where a value is zero, or a factor comes close to it, the season is additive', () => {
  assert.equal(
    seasonalIndices(
      additive(70).map((value, t) => (t === 30 ? 0 : value)),
      7,
    ).multiplicative,
    false,
  );
  const closed = Float64Array.from({ length: 70 }, (_, t) => (t % 7 === 0 ? 0.001 : 10));
  assert.equal(seasonalIndices(closed, 7).multiplicative, false);
});

test('a phase that is never observed has no index, and takes none from the others', () => {
  const level = Float64Array.from({ length: 70 }, (_, t) => (t % 7 === 6 ? Number.NaN : 10 + week[t % 7]));
  const indices = additiveIndices(level, 7);
  const open = week.slice(0, 6);
  const mean = open.reduce((sum, value) => sum + value, 0) / 6;
  assertClose(
    indices.subarray(0, 6),
    open.map((value) => value - mean),
    1e-12,
  );
  assert.equal(Math.abs(indices[6]) < 1e-12, true);
});

test('a season is found where there is one, not in noise, a constant, one season alone, or under four phases', () => {
  const random = randomStream(2);
  assert.equal(isSeasonal(additive(70), 7), true);
  assert.equal(
    isSeasonal(
      additive(70).map((value, t) => (t % 9 === 0 ? Number.NaN : value)),
      7,
    ),
    true,
  );
  assert.equal(isSeasonal(Float64Array.from({ length: 200 }, random), 7), false);
  assert.equal(isSeasonal(new Float64Array(70).fill(4), 7), false);
  assert.equal(isSeasonal(additive(13), 7), false);
  assert.equal(
    isSeasonal(
      Float64Array.from({ length: 60 }, (_, t) => t % 3),
      3,
    ),
    false,
  );
});
