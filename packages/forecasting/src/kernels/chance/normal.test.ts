import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardNormal } from './normal.ts';
import { randomStream } from './random.ts';

test('normal numbers have mean 0, variance 1, no skew and the tails of the normal distribution', () => {
  const random = randomStream(11);
  const draws = Float64Array.from({ length: 40_000 }, () => standardNormal(random));
  const moment = (power: number): number => draws.reduce((sum, x) => sum + x ** power, 0) / draws.length;
  // Five standard errors of each mean: √(var(x^k) ÷ 40,000), where var is 1, 2, 15, 96.
  assert.ok(Math.abs(moment(1)) < 0.025);
  assert.ok(Math.abs(moment(2) - 1) < 0.036);
  assert.ok(Math.abs(moment(3)) < 0.097);
  assert.ok(Math.abs(moment(4) - 3) < 0.25);
  const beyond = draws.filter((x) => x > 1.6449).length / draws.length;
  assert.ok(Math.abs(beyond - 0.05) < 0.0055);
});

test('the smallest uniform number gives a finite normal one', () => {
  assert.ok(Number.isFinite(standardNormal(() => 0)));
  assert.ok(Number.isFinite(standardNormal(() => 1 - 2 ** -53)));
});
