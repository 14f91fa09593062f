import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import {
  regressionReferences,
  regressorNames,
  rowsOf,
  valuesOf,
} from '../../testing/regression-references.ts';
import { randomStream } from '../chance/random.ts';
import { gram } from './least-squares.ts';
import { shrink } from './least-squares-evidence.ts';
import { type ErrorConstants, errorStates, filterColumns, smoothErrors } from './least-squares-filter.ts';

const constants: ErrorConstants = { alpha: 0.15, gamma: 0.1, passing: 0.4, keep: 0.6 };
const SEASON = 4;
const LENGTH = 50;
const random = randomStream(31);
const WIDTH = 3;
const rows = Float64Array.from({ length: LENGTH * WIDTH }, () => random() - 0.5);
const observed = Uint8Array.from({ length: LENGTH }, (_, t) => (t % 9 === 5 || (t > 20 && t < 26) ? 0 : 1));

test('innovations of a sum of columns are the sum of their innovations, gaps and all', () => {
  const filtered = new Float64Array(rows.length);
  const count = filterColumns(rows, WIDTH, observed, SEASON, constants, filtered);
  const weights = [1, -2, 0.5];
  const series = Float64Array.from({ length: LENGTH }, (_, t) =>
    observed[t] ? weights.reduce((sum, weight, j) => sum + weight * rows[t * WIDTH + j], 0) : Number.NaN,
  );
  const innovations = new Float64Array(LENGTH).fill(Number.NaN);
  smoothErrors(series, 0, LENGTH, constants, errorStates(SEASON), innovations);
  const summed = Array.from({ length: count }, (_, i) =>
    weights.reduce((sum, weight, j) => sum + weight * filtered[i * WIDTH + j], 0),
  );
  // 1e-12: the same sums in another order.
  assertClose(
    summed,
    innovations.filter((value) => !Number.isNaN(value)),
    1e-12,
  );
});

test('innovations, each with all that it still adds later, make up the series again', () => {
  const series = rows.filter((_, at) => at % WIDTH === 0);
  const innovations = new Float64Array(LENGTH);
  smoothErrors(series, 0, LENGTH, constants, errorStates(SEASON), innovations);
  const again = series.map((_, t) => {
    let sum = innovations[t];
    for (let k = 1; k <= t; k++) {
      const { alpha, gamma, passing, keep } = constants;
      sum += innovations[t - k] * (alpha + passing * keep ** k + (k % SEASON === 0 ? gamma : 0));
    }
    return sum;
  });
  assertClose(again, series, 1e-12);
});

test('smoothing in two parts is smoothing at once', () => {
  const series = rows
    .filter((_, at) => at % WIDTH === 1)
    .map((value, t) => (observed[t] ? value : Number.NaN));
  const once = errorStates(SEASON);
  const parts = errorStates(SEASON);
  const squares = smoothErrors(series, 0, LENGTH, constants, once);
  const first = smoothErrors(series, 0, 23, constants, parts);
  assertClose([first + smoothErrors(series, 23, LENGTH, constants, parts)], [squares], 1e-12);
  assert.deepEqual(parts, once);
});

test('at α = 1 + θ the columns’ effects are those of R’s ARIMA(0,1,1) with regressors', () => {
  const { walk } = regressionReferences;
  const values = valuesOf(walk);
  const width = 5;
  const walkRows = rowsOf(values, [() => 1]);
  const filtered = new Float64Array(walkRows.length);
  const alpha = 1 + walk.arma.coef.ma1;
  const all = new Uint8Array(values.length).fill(1);
  const count = filterColumns(walkRows, width, all, 1, { alpha, gamma: 0, passing: 0, keep: 0 }, filtered);
  const products = new Float64Array(width * width);
  gram(filtered, count, width, products);
  const prior = { groups: new Uint8Array(4), weights: new Float64Array(4).fill(1), count: 1, fixed: 0 };
  const found = shrink(products, width, 4, count, prior, Float64Array.of(1e9), 1);
  assert.ok(found);
  regressorNames.forEach((name, j) => {
    const distance = (found.coefficients[1 + j] - walk.arma.coef[name]) / walk.arma.deviations[name];
    // 0.02 standard errors: R's first error is drawn, ours belongs to a level that is estimated.
    assert.ok(Math.abs(distance) < 0.02, `${name}: ${distance}`);
  });
});
