import assert from 'node:assert/strict';
import { test } from 'node:test';
import { negativeBinomialCdf } from '../kernels/chance/negative-binomial.ts';
import { randomStream } from '../kernels/chance/random.ts';
import { mean as meanModel } from '../models/simple/mean.ts';
import { fitted } from '../testing/fit.ts';
import { intervalsFor } from '../testing/intervals.ts';
import { chooseCounts, countQuantiles } from './count-quantiles.ts';

/** 400 values by the inverse of a distribution. */
function drawn(cumulative: ArrayLike<number>): Float64Array {
  const random = randomStream(12);
  return Float64Array.from({ length: 400 }, () => {
    const level = random();
    return Array.from(cumulative).findIndex((share) => share >= level);
  });
}

const cases = {
  poisson: negativeBinomialCdf(2, 0, 40),
  'negative-binomial': negativeBinomialCdf(2, 1.5, 60),
  // Nothing, or a pack of five and now and then one beside it.
  empirical: [0.6, 0.6, 0.6, 0.6, 0.6, 0.95, 1],
} as const;

for (const [name, cumulative] of Object.entries(cases))
  test(`counts that are ${name} are known as that, and their quantiles are its quantiles`, () => {
    const values = drawn(cumulative);
    const fit = fitted(meanModel, values);
    const { predictive } = intervalsFor(values, fit, 7);
    const chosen = chooseCounts(predictive);
    assert.equal(chosen, name);
    const levels = [0.1, 0.5, 0.75, 0.9];
    const quantiles = countQuantiles(fit.forecast(7), predictive, chosen!, levels);
    levels.forEach((level, j) => {
      const expected = Array.from(cumulative).findIndex((share) => share >= level);
      // Of 400 counts: one off where a level lies near a jump.
      assert.ok(Math.abs(quantiles[j] - expected) <= 1, `${quantiles[j]} for ${expected}`);
    });
  });

test('values without a unit have no distribution of counts', () => {
  const random = randomStream(2);
  const values = Float64Array.from({ length: 60 }, () => 100 * random());
  assert.equal(chooseCounts(intervalsFor(values, fitted(meanModel, values), 7).predictive), undefined);
});
