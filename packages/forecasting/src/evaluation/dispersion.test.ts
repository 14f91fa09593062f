import assert from 'node:assert/strict';
import { test } from 'node:test';
import { negativeBinomialCdf } from '../kernels/chance/negative-binomial.ts';
import { randomStream } from '../kernels/chance/random.ts';
import { dispersionOf } from './dispersion.ts';
import type { PastForecasts } from './past-forecasts.ts';

/** Past forecasts of one step, all of this mean, of counts drawn from a negative binomial distribution. */
function past(mean: number, excess: number, pairs: number, unit = 1): PastForecasts {
  const cumulative = negativeBinomialCdf(mean, excess, 400);
  const random = randomStream(4);
  const actuals = Float64Array.from({ length: pairs }, () => {
    const level = random();
    return unit * cumulative.findIndex((share) => share >= level);
  });
  return {
    forecasts: new Float64Array(pairs).fill(mean * unit),
    actuals,
    origins: Int32Array.from({ length: pairs }, (_, r) => r),
    horizon: 1,
    length: pairs,
    replayed: 0,
    pairs,
    witnesses: pairs,
  };
}

test('with many witnesses the excess is that of the distribution that counts come from, whatever their unit', () => {
  for (const [mean, excess] of [
    [0.5, 2],
    [4, 0.5],
    [10, 1],
  ])
    for (const unit of [1, 6]) {
      const found = dispersionOf(past(mean, excess, 20_000, unit), unit, 20_000);
      // A tenth: second moments of 20,000 counts whose tails are long.
      assert.ok(Math.abs(found.excess / excess - 1) < 0.1, `${found.excess} for ${excess}`);
      assert.equal(found.steadiness, 1);
    }
});

test('with no witness the excess is the prior’s, and a mean of nothing is two events', () => {
  const { excess, least } = dispersionOf(past(1, 1, 0), 1, 10);
  assert.deepEqual([excess, least], [2, 0.2]);
});

test('counts steadier than Poisson’s are known as such', () => {
  const steady = { ...past(5, 0, 100), actuals: new Float64Array(100).fill(5) };
  assert.equal(dispersionOf(steady, 1, 100).steadiness, 0);
});
