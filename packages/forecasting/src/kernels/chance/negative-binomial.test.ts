import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { logNoEvent, negativeBinomialCdf } from './negative-binomial.ts';

test('cumulative probabilities are those of R: pnbinom(0:4, size = 2, mu = 1.5), ppois(0:4, 1.5)', () => {
  // 1e-12: both sum a handful of terms.
  assertClose(
    negativeBinomialCdf(1.5, 0.5, 4),
    [0.3265306122448979, 0.6064139941690962, 0.7863390254060808, 0.8891533289700719, 0.9442324201650673],
    1e-12,
  );
  assertClose(
    negativeBinomialCdf(1.5, 0, 4),
    [0.2231301601484298, 0.5578254003710746, 0.8088468305380582, 0.9343575456215498, 0.9814240637778593],
    1e-12,
  );
});

test('mean and variance of the probabilities are mean and mean + dispersion × mean²', () => {
  for (const [mean, dispersion] of [
    [0.3, 2],
    [4, 0.1],
    [4, 1e-10],
  ]) {
    const cumulative = negativeBinomialCdf(mean, dispersion, 400);
    let first = 0;
    let second = 0;
    for (let x = 1; x <= 400; x++) {
      const probability = cumulative[x] - cumulative[x - 1];
      first += x * probability;
      second += x * x * probability;
    }
    assertClose([first, second - first ** 2], [mean, mean + dispersion * mean ** 2], 1e-8);
    assert.equal(cumulative[0], Math.exp(logNoEvent(mean, dispersion)));
  }
});
