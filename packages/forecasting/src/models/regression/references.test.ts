import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../../contract.ts';
import { gram } from '../../kernels/least-squares/least-squares.ts';
import { shrink } from '../../kernels/least-squares/least-squares-evidence.ts';
import { assertClose } from '../../testing/close.ts';
import {
  regressionReferences,
  regressorNames,
  rowsOf,
  valuesOf,
} from '../../testing/regression-references.ts';
import { arimaProcess } from './arima-errors.ts';
import { etsProcess } from './ets-errors.ts';
import { regressionArima } from './regression-arima.ts';
import { regressionEts } from './regression-ets.ts';

const { regressors, horizon, passengers, deaths } = regressionReferences;
const known = {
  names: [...regressorNames],
  columns: regressorNames.map((name) => Float64Array.from(regressors[name])),
};

for (const name of ['stationary', 'holes'] as const) {
  const reference = regressionReferences[name];
  const values = valuesOf(reference);
  const order = { p: 1, d: 0, q: 1, P: 0, D: 0, Q: 0, season: 1 };
  const { ar1, ma1 } = reference.arma.coef;

  test(`at R's AR and MA coefficients, effects on ${name} are R's, by the exact filter and priors as wide as can be`, () => {
    const observed = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
    const rows = rowsOf(values, [() => 1]);
    const filtered = new Float64Array(rows.length);
    const count = arimaProcess(order, Float64Array.of(ar1, ma1)).filter(rows, 5, observed, filtered);
    const products = new Float64Array(25);
    gram(filtered, count, 5, products);
    const prior = { groups: new Uint8Array(4), weights: new Float64Array(4).fill(1), count: 1, fixed: 0 };
    const found = shrink(products, 5, 4, count, prior, Float64Array.of(1e9), 1);
    const { intercept, promotion, price, feast } = reference.arma.coef;
    const { ar1: _ar, ma1: _ma, ...errors } = reference.arma.deviations;
    const deviations = Object.values(errors);
    [intercept, promotion, price, feast].forEach((effect, j) => {
      // 0.002 standard errors: R's search for all coefficients at once stops where the likelihood changes by 1e-8 of itself.
      const distance = ((found?.coefficients[j] ?? Number.NaN) - effect) / deviations[j];
      assert.ok(Math.abs(distance) < 0.002, `${j}: ${distance}`);
    });
  });

  test(`regression-arima, order and shrinkage its own, forecasts ${name} within half an error of R's ARIMA(1,0,1)`, () => {
    const fit = regressionArima.fit({ values, season: 1, known });
    assert.ok(!isFailure(fit));
    const mean = fit.forecast(horizon);
    const errors = mean.map((value, h) => value - reference.arma.mean[h]);
    // Errors have a standard deviation of 2.
    assert.ok(Math.max(...errors.map(Math.abs)) < 1, `${errors}`);
  });
}

test('regression-ets forecasts a walk within half an error of R’s ARIMA(0,1,1) with the same regressors', () => {
  const { walk } = regressionReferences;
  const fit = regressionEts.fit({ values: valuesOf(walk), season: 1, known });
  assert.ok(!isFailure(fit));
  const errors = fit.forecast(horizon).map((value, h) => value - walk.arma.mean[h]);
  assert.ok(Math.max(...errors.map(Math.abs)) < 1, `${errors}`);
});

test('air passengers are taken to a logarithm, where Box and Cox’s λ is near 0', () => {
  assert.ok(Math.abs(passengers.lambda) < 0.3);
  const fit = regressionEts.fit({ values: Float64Array.from(passengers.values), season: 1, seasons: [12] });
  assert.ok(!isFailure(fit) && 'logShift' in fit.parameters);
});

for (const model of [regressionEts, regressionArima])
  test(`${model.name} with waves alone foresees a year of deaths about as well as R's auto.arima with five Fourier pairs`, () => {
    const values = Float64Array.from(deaths.values);
    const year = values.subarray(60);
    const fit = model.fit({ values: values.subarray(0, 60), season: 1, seasons: [12] });
    assert.ok(!isFailure(fit));
    const missed = (mean: ArrayLike<number>): number =>
      year.reduce((sum, value, h) => sum + Math.abs(value - mean[h]), 0);
    const ours = missed(fit.forecast(12));
    const theirs = missed(deaths.mean);
    // 10 % of R's error: a tenth of an innovation's standard deviation; ETS errors are 13 % closer than R, ARIMA errors 8 % off.
    assert.ok(ours <= 1.1 * theirs, `${ours} against ${theirs}`);
  });

test('echoes are what an innovation adds to the forecasts of the periods that follow', () => {
  const order = { p: 2, d: 1, q: 1, P: 0, D: 1, Q: 1, season: 4 };
  const processes = [
    etsProcess({ alpha: 0.2, gamma: 0.1, passing: 0.3, keep: 0.7 }, 4),
    arimaProcess(order, Float64Array.of(0.5, -0.3, 0.4, -0.6)),
  ];
  const errors = Float64Array.from({ length: 60 }, (_, t) => Math.sin(t * t));
  const more = errors.map((error, t) => (t === 59 ? error + 1 : error));
  for (const process of processes) {
    const before = process.forecast(errors, Int32Array.of(60), 9);
    const after = process.forecast(more, Int32Array.of(60), 9);
    // 1e-6: by the 60th period the exact filter's gain is its last one to that many digits.
    assertClose(
      process.echoes(10),
      after.map((value, h) => value - before[h]),
      1e-6,
    );
  }
});
