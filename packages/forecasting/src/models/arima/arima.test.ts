import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../../contract.ts';
import { arimaValues, fromR } from '../../testing/arima-references.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { modelsNamed } from '../registry.ts';
import { arima } from './arima.ts';

const airline = arimaValues(fromR.series.airline.values);

test('a plan can name an order: the airline model of the airline passengers, as R has it', () => {
  const [model] = modelsNamed(['arima(0,1,1)(0,1,1)']);
  const witness = fromR.fits.find(({ series }) => series === 'airline');
  assert.ok(witness);
  const { ma1, sma1 } = fitted(model, airline, 12).parameters;
  assertClose([ma1, sma1], witness.coefficients, 1e-4);
  assert.equal(modelsNamed(['arima(0,1,1)(0,1,1)'])[0], model);
});

test('an ARIMA without terms or differences is the mean, and with one difference the last value', () => {
  const values = [3, 5, 4, 8, 6, 7, 5];
  assertClose(fitted(arima([0, 0, 0]), values).forecast(2), [38 / 7, 38 / 7], 1e-12);
  assertClose(fitted(arima([0, 1, 0]), values).forecast(2), [5, 5], 1e-12);
});

test('seasonal terms need a season, and a history shorter than the order is refused by name', () => {
  const model = arima([1, 0, 0], [1, 0, 0]);
  assert.equal(model.name, 'arima(1,0,0)(1,0,0)');
  assert.equal(fitted(model, airline, 1).parameters.P, 0);
  const fit = arima([2, 1, 2], [0, 1, 1]).fit({ values: airline.slice(0, 18), season: 12 });
  assert.ok(isFailure(fit) && fit.cause === 'history-too-short');
});

test('a warm start of a given order ends where a cold one does', () => {
  const model = arima([1, 1, 1]);
  const cold = fitted(model, airline, 1);
  const warm = model.fit({ values: airline, season: 1 }, fitted(model, airline.slice(0, 120), 1));
  assert.ok(!isFailure(warm) && warm.likelihood && cold.likelihood);
  assert.ok(Math.abs(warm.likelihood.logLikelihood - cold.likelihood.logLikelihood) < 1e-3);
});
