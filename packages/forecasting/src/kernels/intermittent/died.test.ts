import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasDied } from './died.ts';

/** A sale in every `interval`-th of `length` periods, then `quiet` periods without. */
function everyThen(interval: number, length: number, quiet: number): Float64Array {
  return Float64Array.from({ length: length + quiet }, (_, t) => (t < length && t % interval === 0 ? 2 : 0));
}

test('an item that sold every day is dead after half a year without a sale, and no day before', () => {
  assert.equal(hasDied(everyThen(1, 200, 182), 7), true);
  assert.equal(hasDied(everyThen(1, 200, 181), 7), false);
});

test('an item that sells every two months is not dead after half a year, but is after years', () => {
  assert.equal(hasDied(everyThen(60, 601, 200), 7), false);
  assert.equal(hasDied(everyThen(60, 601, 800), 7), true);
});

test('an item that has come back from as long a gap is not dead', () => {
  const december = Float64Array.from({ length: 1000 }, (_, t) => (t % 365 < 30 ? 5 : 0));
  assert.equal(hasDied(december.subarray(0, 700), 7), false);
  assert.equal(hasDied(december.subarray(0, 30 + 182), 7), true);
});

test('periods not observed are neither a gap nor part of one', () => {
  const closed = everyThen(1, 200, 400).fill(NaN, 200, 420);
  assert.equal(hasDied(closed, 7), false);
  assert.equal(hasDied(new Float64Array(400).fill(NaN), 7), false);
});

test('nothing but zeros is dead; leading zeros and a single sale change what is known little', () => {
  assert.equal(hasDied(new Float64Array(3), 7), true);
  assert.equal(hasDied(Float64Array.of(...new Float64Array(50), 1, ...new Float64Array(100)), 7), false);
  assert.equal(hasDied(Float64Array.of(...new Float64Array(50), 1, ...new Float64Array(182)), 7), true);
});

test('the gap that ends a slow item is the first whose chance, by factorials, is below one in a hundred', () => {
  const logFactorial = (n: number): number => {
    let sum = 0;
    for (let i = 2; i <= n; i++) sum += Math.log(i);
    return sum;
  };
  // B(a, b + gap) ÷ B(a, b) with a = 1 + demands and b = 1 + periods without one: ten demands in 600 periods.
  const chance = (gap: number): number =>
    Math.exp(logFactorial(590 + gap) + logFactorial(601) - logFactorial(590) - logFactorial(601 + gap));
  let gap = 182;
  while (chance(gap) >= 0.01) gap++;
  assert.ok(gap > 182);
  assert.equal(hasDied(everyThen(60, 601, gap), 7), true);
  assert.equal(hasDied(everyThen(60, 601, gap - 1), 7), false);
});
