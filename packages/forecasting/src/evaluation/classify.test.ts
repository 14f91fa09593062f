import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from './classify.ts';

const floats = (...values: number[]) => Float64Array.from(values);

test('each of the four classes, by mean interval and spread of sizes', () => {
  assert.equal(classify(floats(5, 6, 5, 7, 6, 5)), 'smooth');
  assert.equal(classify(floats(1, 20, 1, 1, 25, 1)), 'erratic');
  assert.equal(classify(floats(0, 5, 0, 6, 0, 5)), 'intermittent');
  assert.equal(classify(floats(0, 1, 0, 30, 0, 1)), 'lumpy');
});

test('the borders are those of the paper: an interval of 1.32 is short, sizes with CV² of 0.49 are even', () => {
  // 33 periods, 25 demands: 1.32; one period more: 1.36.
  const every = (periods: number) => Float64Array.from({ length: periods }, (_, t) => (t < 25 ? 3 : 0));
  assert.equal(classify(every(33)), 'smooth');
  assert.equal(classify(every(34)), 'intermittent');
  // Sizes 1 ± d in equal parts: CV² = d².
  const around = (d: number) => Float64Array.from({ length: 20 }, (_, t) => (t % 2 ? 1 + d : 1 - d));
  assert.equal(classify(around(0.6999)), 'smooth');
  assert.equal(classify(around(0.7001)), 'erratic');
});

test('a period that was not observed is no period without demand', () => {
  assert.equal(classify(floats(5, Number.NaN, 6, Number.NaN, 5, Number.NaN)), 'smooth');
});

test('nothing sold is lumpy', () => {
  assert.equal(classify(floats(0, 0, 0)), 'lumpy');
  assert.equal(classify(floats()), 'lumpy');
});
