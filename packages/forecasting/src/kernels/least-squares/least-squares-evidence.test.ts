import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { regressionReferences, rowsOf, valuesOf } from '../../testing/regression-references.ts';
import { standardNormal } from '../chance/normal.ts';
import { randomStream } from '../chance/random.ts';
import { factorise, gram, solveFactored } from './least-squares.ts';
import { type Prior, type Shrunk, shrink } from './least-squares-evidence.ts';

/** A level that is free, and groups that the data decide about. */
function priorOf(groups: number[], count: number): Prior {
  return {
    groups: Uint8Array.from(groups),
    weights: new Float64Array(groups.length).fill(1),
    count,
    fixed: 0,
  };
}

function shrunk(
  rows: Float64Array,
  width: number,
  prior: Prior,
  strengths: readonly number[],
  steps: number,
): Shrunk {
  const count = rows.length / width;
  const products = new Float64Array(width * width);
  gram(rows, count, width, products);
  const found = shrink(products, width, width - 1, count, prior, Float64Array.from(strengths), steps);
  assert.ok(found);
  return found;
}

test('priors as wide as can be leave the least squares of R’s lm', () => {
  const { stationary } = regressionReferences;
  const rows = rowsOf(valuesOf(stationary), [() => 1]);
  const { coefficients } = shrunk(rows, 5, priorOf([0, 0, 0, 0], 1), [1e9], 1);
  // 1e-6: a prior a billion times as wide as an error still draws by a billionth.
  assertClose(coefficients, Object.values(stationary.leastSquares), 1e-6);
});

/** 60 values, a level, three columns that matter, ten that don't. */
const COLUMNS = 14;
const random = randomStream(8);
const noisy = new Float64Array(60 * (COLUMNS + 1));
for (let t = 0; t < 60; t++) {
  const row = t * (COLUMNS + 1);
  noisy[row] = 1;
  for (let j = 1; j < COLUMNS; j++) noisy[row + j] = standardNormal(random);
  noisy[row + COLUMNS] = 5 + noisy[row + 1] - noisy[row + 2] + noisy[row + 3] + standardNormal(random);
}
const groups = [0, 1, 1, 1, ...new Array<number>(10).fill(2)];

test('the criterion is −2 log of the normal density of the values, coefficients integrated out', () => {
  const strengths = [4, 0.7, 0.05];
  const { criterion } = shrunk(noisy, COLUMNS + 1, priorOf(groups, 3), strengths, 1);
  // Values are N(0, σ² (I + X Λ X')), a covariance of 60 × 60.
  const covariance = new Float64Array(60 * 60);
  const y = new Float64Array(60);
  for (let s = 0; s < 60; s++) {
    y[s] = noisy[s * (COLUMNS + 1) + COLUMNS];
    for (let t = 0; t < 60; t++) {
      let sum = s === t ? 1 : 0;
      for (let j = 0; j < COLUMNS; j++)
        sum += strengths[groups[j]] * noisy[s * (COLUMNS + 1) + j] * noisy[t * (COLUMNS + 1) + j];
      covariance[s * 60 + t] = sum;
    }
  }
  const logDeterminant = factorise(covariance, 60);
  const solution = y.slice();
  solveFactored(covariance, 60, solution);
  const variance = y.reduce((sum, value, t) => sum + value * solution[t], 0) / 60;
  // 1e-9: two routes of some thousand operations.
  assertClose([criterion], [60 * Math.log(variance) + logDeterminant], 1e-9);
});

test('the strengths found are those of the largest marginal likelihood', () => {
  const prior = priorOf(groups, 3);
  const found = shrunk(noisy, COLUMNS + 1, prior, [1e6, 1, 1], 60);
  for (const g of [1, 2])
    for (const factor of [0.6, 1 / 0.6]) {
      const moved = found.strengths.slice();
      moved[g] *= factor;
      const there = shrunk(noisy, COLUMNS + 1, prior, [...moved], 1);
      // The fixed point ends where no strength would move by 5 %; a step of 40 % shows on which side the top is.
      assert.ok(there.criterion >= found.criterion - 1e-3, `group ${g} × ${factor}`);
    }
});

test('columns of noise are given less than half the freedom that least squares gives them, and those that matter nearly all', () => {
  const { freedom, coefficients } = shrunk(noisy, COLUMNS + 1, priorOf(groups, 3), [1e6, 1, 1], 60);
  assert.ok(freedom[2] < 5, `${freedom[2]} of 10`);
  assert.ok(freedom[1] > 2.8, `${freedom[1]} of 3`);
  // 0.35: more than two standard errors of one of these, which are 1/√60 each.
  assertClose(coefficients.slice(1, 4), [1, -1, 1], 0.175);
});

test('two columns that are the same share one effect', () => {
  const rows = new Float64Array(60 * 4);
  for (let t = 0; t < 60; t++) rows.set([1, t % 2, t % 2, 3 + 2 * (t % 2)], t * 4);
  const { coefficients } = shrunk(rows, 4, priorOf([0, 1, 1], 2), [1e6, 1], 9);
  assertClose([coefficients[1], coefficients[2]], [1, 1], 1e-3);
});
