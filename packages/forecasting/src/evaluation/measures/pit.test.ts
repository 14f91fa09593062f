import assert from 'node:assert/strict';
import { test } from 'node:test';
import { negativeBinomialCdf } from '../../kernels/chance/negative-binomial.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { assertClose } from '../../testing/close.ts';
import { meanPit, randomisedPit } from './pit.ts';

const LEVELS = Array.from({ length: 199 }, (_, j) => (j + 1) / 200);
const AT = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** Poisson quantiles of this mean, and values drawn from them. */
function poisson(mean: number, count: number): { values: Float64Array; quantiles: Float64Array } {
  const cumulative = negativeBinomialCdf(mean, 0, 60);
  const random = randomStream(1);
  const at = (level: number): number => cumulative.findIndex((share) => share >= level);
  const values = Float64Array.from({ length: count }, () => at(random()));
  const row = LEVELS.map(at);
  return {
    values,
    quantiles: Float64Array.from({ length: count * LEVELS.length }, (_, i) => row[i % row.length]),
  };
}

test('counts that come from the forecast’s own distribution are calibrated at every level, however slow', () => {
  for (const mean of [0.1, 0.5, 3, 12]) {
    const { values, quantiles } = poisson(mean, 20_000);
    // 0.012: three standard errors of a share of 20,000, and the width of a cell of the levels.
    assertClose(meanPit(values, quantiles, LEVELS, AT), AT, 0.012);
  }
});

test('where forecasts are too low more of the PIT lies high, where too wide more in the middle', () => {
  const { quantiles } = poisson(3, 5000);
  const share = (values: Float64Array): Float64Array => meanPit(values, quantiles, LEVELS, [0.1, 0.5, 0.9]);
  assert.ok(share(poisson(6, 5000).values).every((share, j) => share < [0.1, 0.5, 0.9][j] - 0.02));
  const [low, , high] = share(new Float64Array(5000).fill(3));
  assert.ok(low < 0.01 && high > 0.99);
});

test('the mean PIT is the expectation of the randomised one', () => {
  const { values, quantiles } = poisson(0.8, 20_000);
  const drawn = randomisedPit(values, quantiles, LEVELS, randomStream(2));
  const shares = AT.map((level) => drawn.filter((pit) => pit <= level).length / drawn.length);
  assertClose(shares, meanPit(values, quantiles, LEVELS, AT), 0.01);
});

test('by hand: 2 within an atom from 0.25 to 0.75 of three levels, 9 above all, NaN left out', () => {
  const quantiles = Float64Array.of(1, 2, 3, 1, 2, 3, 1, 2, 3);
  const actual = Float64Array.of(2, 9, Number.NaN);
  // 2 equals the middle level alone: from half way below it to half way above, 0.375 to 0.625. 9: 0.75 to 1.
  assertClose(meanPit(actual, quantiles, [0.25, 0.5, 0.75], [0.5, 0.8]), [0.25, 0.6], 1e-12);
  const drawn = randomisedPit(actual, quantiles, [0.25, 0.5, 0.75], () => 0.5);
  assertClose(drawn.slice(0, 2), [0.5, 0.875], 1e-12);
  assert.ok(Number.isNaN(drawn[2]));
});
