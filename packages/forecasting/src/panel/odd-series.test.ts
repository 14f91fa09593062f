import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SeriesOutcome } from '../contract.ts';
import { rangeOf } from '../evaluation/range.ts';
import { modelNames } from '../models/registry.ts';
import { oddSeries } from '../testing/odd-series.ts';
import { assertSound, weekly } from '../testing/panel-forecast.ts';
import { panelOf, sales } from '../testing/series.ts';
import { forecastPanel } from './forecast-panel.ts';

const N = Number.NaN;

function outcomeOf(values: ArrayLike<number>, plan = weekly): { outcome: SeriesOutcome; mean: Float64Array } {
  const forecast = forecastPanel(panelOf(values), plan);
  assertSound(forecast);
  return { outcome: forecast.outcomes[0], mean: forecast.mean };
}

test('no observation at all: zero stands in under its own name, and every model says why it could not', () => {
  for (const values of [[], [N], new Float64Array(50).fill(N)]) {
    const { outcome, mean } = outcomeOf(values);
    assert.equal(outcome.model, 'zero');
    assert.equal(outcome.reason, 'stand-in');
    assert.ok(outcome.failures.some(({ model }) => model === 'seasonal-naive'));
    assert.ok(outcome.failures.length >= 3);
    assert.ok(outcome.failures.every(({ cause }) => cause === 'no-observations'));
    assert.ok(mean.every((value) => value === 0));
  }
});

test('one, two or a handful of observations: their mean, because no test can be held', () => {
  for (const values of [[5], [4, 6], [N, 5, N], [4, 5, 6, 5]]) {
    const { outcome, mean } = outcomeOf(values);
    assert.equal(outcome.model, 'window-average');
    assert.equal(outcome.reason, 'history-too-short');
    assert.ok(mean.every((value) => value === 5));
  }
});

test('all zeros, or nothing sold for half a year: nothing is forecast, and the reason says no sales', () => {
  const gone = sales(400, 5, 2).map((value, t) => (t < 200 ? value : 0));
  for (const values of [[0], new Float64Array(100), gone]) {
    const { outcome, mean } = outcomeOf(values);
    assert.deepEqual([outcome.model, outcome.reason], ['zero', 'no-sales']);
    assert.ok(mean.every((value) => value === 0));
  }
});

test('half a year of being closed is no half year without sales', () => {
  const { outcome, mean } = outcomeOf(sales(400, 5, 2).map((value, t) => (t < 200 ? value : N)));
  assert.notEqual(outcome.reason, 'no-sales');
  assert.ok(mean[0] > 1);
});

test('a constant: itself, with certainty, by seasonal naive, which nothing can beat', () => {
  const forecast = forecastPanel(panelOf(new Float64Array(100).fill(5)), weekly);
  assert.deepEqual(
    [forecast.outcomes[0].model, forecast.outcomes[0].reason],
    ['seasonal-naive', 'naive-won'],
  );
  assert.ok(forecast.mean.every((value) => value === 5));
  assert.ok(forecast.quantileValues.every((value) => value === 5));
});

test('one sale yesterday after years of zeros is no rate of one a day', () => {
  const values = new Float64Array(500);
  values[499] = 1;
  assert.ok(outcomeOf(values).mean.every((value) => value < 0.3));
});

test('huge and tiny values are forecast like any others', () => {
  const usual = sales(120, 20, 6);
  for (const factor of [2 ** 40, 2 ** -30]) {
    const { outcome, mean } = outcomeOf(usual.map((value) => value * factor));
    assert.equal(outcome.failures.length, 0);
    assert.ok(mean.every((value) => value > 5 * factor && value < 60 * factor));
  }
});

test('values whose squares are beyond numbers fail by name, and something simple stands', () => {
  const { outcome } = outcomeOf(sales(120, 20, 6).map((value) => value * 1e200));
  assert.ok(outcome.failures.some(({ cause }) => cause === 'not-finite'));
  assert.equal(outcome.model, 'seasonal-naive');
});

test('a history shorter than its season is forecast', () => {
  for (const length of [3, 12, 30, 51, 60, 110]) outcomeOf(sales(length, 9, 1), { ...weekly, season: 52 });
});

test('an outlier of a thousand times the level does not carry the forecast away', () => {
  const values = sales(200, 10, 8);
  values[150] = 10_000;
  assert.ok(outcomeOf(values).mean.every((value) => value < 100));
});

test('returns (negative values) are taken in, and no forecast of sales falls below zero', () => {
  const values = sales(200, 2, 9).map((value, t) => (t % 5 === 0 ? -3 : value));
  outcomeOf(values);
  const free = forecastPanel(panelOf(values), { ...weekly, nonNegative: false });
  assert.ok(free.quantileValues.some((value) => value < 0));
});

test('weekday closures that were never observed leave every number finite', () => {
  outcomeOf(sales(150, 15, 10).map((value, t) => (t % 7 === 6 ? N : value)));
  outcomeOf(sales(150, 15, 10).map((value, t) => (t % 3 === 0 ? value : N)));
  outcomeOf(sales(150, 15, 10).map((value, t) => (t > 120 ? N : value)));
});

test('a horizon longer than the history is forecast', () => {
  outcomeOf(sales(20, 6, 3), { ...weekly, horizon: 90 });
});

const odd = Object.entries(oddSeries);

for (const name of modelNames)
  test(`${name} as the only candidate: sound on every odd series, no quantile beyond the range of what was seen`, () => {
    const forecast = forecastPanel(panelOf(...odd.map(([, values]) => values)), {
      ...weekly,
      models: [name],
    });
    assertSound(forecast);
    const width = forecast.horizon * forecast.quantiles.length;
    for (const [i, [label, values]] of odd.entries()) {
      const { high } = rangeOf(values, true);
      for (const numbers of [
        forecast.mean.subarray(i * forecast.horizon, (i + 1) * forecast.horizon),
        forecast.quantileValues.subarray(i * width, (i + 1) * width),
      ])
        assert.ok(
          numbers.every((value) => value <= high),
          label,
        );
      const levels = forecast.quantiles.length;
      for (const total of forecast.totalQuantiles.subarray(i * levels, (i + 1) * levels))
        assert.ok(total <= forecast.horizon * high * (1 + 1e-9), label);
      const { model, failures } = forecast.outcomes[i];
      // What is used is the candidate, or it is named as failed and another stands under its own name.
      assert.ok(
        model === name || model === 'zero' || failures.some((failure) => failure.model === name),
        label,
      );
    }
  });
