import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { fromScale, jacobian, likeShift, possibleShifts, toScale } from './log-scale.ts';

const AS_THEY_ARE = Number.POSITIVE_INFINITY;

test('values above zero may be taken to their logarithm, zeros to that of a median more, and anything stays possible as it is', () => {
  assert.deepEqual(possibleShifts(Float64Array.of(2, 4, 6, Number.NaN)), [0, 4, AS_THEY_ARE]);
  assert.deepEqual(possibleShifts(Float64Array.of(0, 4, 4, 6)), [4, AS_THEY_ARE]);
  assert.deepEqual(possibleShifts(Float64Array.of(-9, 4, 4, 6)), [AS_THEY_ARE]);
  assert.deepEqual(possibleShifts(Float64Array.of(0, 0, -1)), [AS_THEY_ARE]);
  // One value of a ten-thousandth would outweigh all others on a plain logarithm.
  assert.deepEqual(possibleShifts(Float64Array.of(1e-4, 4, 4, 6)), [4, AS_THEY_ARE]);
});

test('an earlier choice is made again in the units of now, and anew where it can’t be', () => {
  assert.deepEqual(likeShift([0, 5, AS_THEY_ARE], 4), [5]);
  assert.deepEqual(likeShift([0, 5, AS_THEY_ARE], AS_THEY_ARE), [AS_THEY_ARE]);
  assert.deepEqual(likeShift([5, AS_THEY_ARE], 0), [5, AS_THEY_ARE]);
});

test('the way to the scale and back ends where it began', () => {
  for (const shift of [0, 3, AS_THEY_ARE]) assertClose([fromScale(toScale(7, shift), shift)], [7], 1e-14);
});

test('likelihoods on two scales compare: of lognormal values the logarithm’s is the larger one, by the density itself', () => {
  const values = Float64Array.of(1, 8, 2, 30, 5, 0.4);
  const deviance = (shift: number): number => {
    const scaled = values.map((value) => toScale(value, shift));
    const mean = scaled.reduce((sum, value) => sum + value, 0) / 6;
    const variance = scaled.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6;
    // −2 Σ log of the density of y: normal on the scale, times the slope of the scale, by differences.
    const slopes = values.map(
      (value) => (toScale(value + 1e-6, shift) - toScale(value - 1e-6, shift)) / 2e-6,
    );
    const direct = scaled.reduce(
      (sum, value, t) =>
        sum + Math.log(2 * Math.PI * variance) + (value - mean) ** 2 / variance - 2 * Math.log(slopes[t]),
      0,
    );
    const ours = 6 * (Math.log(2 * Math.PI * variance) + 1) + jacobian(values, shift);
    // 1e-6: slopes by differences.
    assertClose([ours], [direct], 1e-6);
    return ours;
  };
  assert.ok(deviance(0) < deviance(AS_THEY_ARE));
});
