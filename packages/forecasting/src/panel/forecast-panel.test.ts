import assert from 'node:assert/strict';
import { test } from 'node:test';
import { modelsNamed } from '../models/registry.ts';
import { assertSound, weekly } from '../testing/panel-forecast.ts';
import { panelOf, sales } from '../testing/series.ts';
import { forecastPanel } from './forecast-panel.ts';

const levels = [0.2, 1, 5, 20, 300];
const panel = panelOf(...levels.map((level, i) => sales(150 + i, level, i + 1)));

test('every series has finite, ordered forecasts and the scores of all candidates', () => {
  const forecast = forecastPanel(panel, weekly);
  assertSound(forecast);
  for (const { scores } of forecast.outcomes)
    assert.deepEqual(
      scores.map((score) => score.model),
      modelsNamed('auto').map((model) => model.name),
    );
});

test('a series is forecast the same alone as in company', () => {
  const together = forecastPanel(panel, weekly);
  const alone = forecastPanel(panelOf(sales(152, 5, 3)), weekly);
  assert.deepEqual(alone.mean, together.mean.slice(28, 42));
  assert.deepEqual(alone.totalQuantiles, together.totalQuantiles.slice(14, 21));
  assert.deepEqual(alone.outcomes[0], together.outcomes[2]);
});

test('the model that is used has the smallest squared error, and says so', () => {
  for (const { model, reason, scores } of forecastPanel(panel, weekly).outcomes) {
    const best = scores.reduce((least, score) => (score.squaredError < least.squaredError ? score : least));
    assert.equal(model, best.model);
    assert.equal(reason, model === 'seasonal-naive' ? 'naive-won' : 'best-in-backtest');
    assert.ok(scores.find((score) => score.model === model)!.coverage80 > 0.5);
  }
});

test('seasonal naive is tested even where it is no candidate, and used where it wins', () => {
  const week = [0, 0, 50, 0, 0, 90, 0];
  const repeating = Float64Array.from({ length: 150 }, (_, t) => week[t % 7]);
  const { outcomes } = forecastPanel(panelOf(repeating), { ...weekly, models: ['naive', 'ses'] });
  assert.deepEqual([outcomes[0].model, outcomes[0].reason], ['seasonal-naive', 'naive-won']);
  assert.equal(outcomes[0].scores.length, 3);
});

test('a single candidate is used whether it wins or not, with its score beside seasonal naive', () => {
  const { outcomes } = forecastPanel(panel, { ...weekly, models: ['naive'] });
  for (const { model, reason, scores } of outcomes) {
    assert.deepEqual([model, reason], ['naive', 'only-candidate']);
    assert.deepEqual(scores.map((score) => score.model).sort(), ['naive', 'seasonal-naive']);
  }
});

test('a single candidate that cannot be fitted is named, and a stand-in stands under its own name', () => {
  const { outcomes } = forecastPanel(panelOf([1, 2, 3, 4, 5]), { ...weekly, models: ['holt-winters'] });
  assert.deepEqual(outcomes[0].failures, [{ model: 'holt-winters', cause: 'history-too-short' }]);
  assert.deepEqual([outcomes[0].model, outcomes[0].reason], ['seasonal-naive', 'stand-in']);
});

test('candidates that all fail in the backtest are named, and a stand-in stands under its own name', () => {
  const launched = [...new Array(30).fill(0), 2, 4, 3];
  const { outcomes } = forecastPanel(panelOf(launched), { ...weekly, models: ['croston-sba', 'tsb'] });
  assert.deepEqual(outcomes[0].failures, [
    { model: 'croston-sba', cause: 'no-sales' },
    { model: 'tsb', cause: 'no-sales' },
  ]);
  assert.deepEqual([outcomes[0].model, outcomes[0].reason], ['seasonal-naive', 'stand-in']);
});

test('closed periods are zero in mean and every quantile, and add nothing to the total', () => {
  const closed = Uint8Array.from({ length: levels.length * 14 }, (_, at) => (at % 7 === 6 ? 1 : 0));
  const shut = forecastPanel({ ...panel, closed }, weekly);
  const open = forecastPanel(panel, weekly);
  assertSound(shut);
  for (let at = 0; at < closed.length; at++) {
    const quantiles = shut.quantileValues.slice(at * 7, at * 7 + 7);
    assert.equal(shut.mean[at], closed[at] ? 0 : open.mean[at]);
    if (closed[at]) assert.ok(quantiles.every((value) => value === 0));
  }
  assert.ok(shut.totalQuantiles[4 * 7 + 3] < open.totalQuantiles[4 * 7 + 3]);
});

test('quantiles may be few or none', () => {
  const none = forecastPanel(panel, { ...weekly, quantiles: [] });
  assert.equal(none.quantileValues.length, 0);
  const all = forecastPanel(panel, weekly);
  const one = forecastPanel(panel, { ...weekly, quantiles: [0.5] });
  assert.deepEqual(
    one.quantileValues,
    all.quantileValues.filter((_, at) => at % 7 === 3),
  );
});

test('progress is told after each series', () => {
  const told: number[] = [];
  forecastPanel(panel, weekly, (done) => told.push(done));
  assert.deepEqual(told, [1, 2, 3, 4, 5]);
});

test('an empty panel has an empty forecast', () => {
  assert.equal(forecastPanel(panelOf(), weekly).outcomes.length, 0);
});
