import assert from 'node:assert/strict';
import { test } from 'node:test';
import { automaticFor } from '../models/automatic.ts';
import type { Combination } from '../models/combination/combination.ts';
import { assertSound, weekly } from '../testing/panel-forecast.ts';
import { panelOf, sales } from '../testing/series.ts';
import { forecastPanel } from './forecast-panel.ts';
import { seriesOf } from './series.ts';

const levels = [0.2, 1, 5, 20, 300];
const panel = panelOf(...levels.map((level, i) => sales(150 + i, level, i + 1)));

test('every series has finite, ordered forecasts and the scores of all that was tried on it', () => {
  const forecast = forecastPanel(panel, weekly);
  assertSound(forecast);
  forecast.outcomes.forEach(({ scores }, i) => {
    const [combination] = automaticFor(seriesOf(panel, i, weekly)) as readonly [Combination];
    assert.deepEqual(
      scores.map((score) => score.model),
      [...combination.members.map((model) => model.name), 'seasonal-naive', combination.name],
    );
  });
});

test('a series is forecast the same alone as in company', () => {
  const together = forecastPanel(panel, weekly);
  const alone = forecastPanel(panelOf(sales(152, 5, 3)), weekly);
  assert.deepEqual(alone.mean, together.mean.slice(28, 42));
  assert.deepEqual(alone.totalQuantiles, together.totalQuantiles.slice(14, 21));
  assert.deepEqual(alone.outcomes[0], together.outcomes[2]);
});

test('of candidates that a plan names the one with the smallest squared error is used, and says so', () => {
  const models = ['ses', 'tsb', 'holt-winters', 'mean(ses,holt-winters)'];
  for (const { model, reason, scores } of forecastPanel(panel, { ...weekly, models }).outcomes) {
    const best = scores.reduce((least, score) => (score.squaredError < least.squaredError ? score : least));
    assert.equal(model, best.model);
    assert.equal(reason, model === 'seasonal-naive' ? 'naive-won' : 'best-in-backtest');
    assert.ok(scores.find((score) => score.model === model)!.coverage80 > 0.5);
  }
});

test('by absolute error or by pinball loss another candidate may win, and the smallest loss does', () => {
  const slow = panelOf(...Array.from({ length: 12 }, (_, i) => sales(180, 0.4, 40 + i)));
  const models = ['naive', 'ses', 'croston-sba'];
  for (const [criterion, loss] of [
    ['rmsse', 'squaredError'],
    ['mase', 'absoluteError'],
    ['wape', 'absoluteError'],
    ['pinball', 'pinball'],
  ] as const)
    for (const { model, scores } of forecastPanel(slow, { ...weekly, models, criterion }).outcomes) {
      const least = Math.min(...scores.map((score) => score[loss]));
      assert.equal(scores.find((score) => score.model === model)![loss], least, criterion);
    }
});

test('the default is a combination, and seasonal naive where that does clearly better', () => {
  const [busy] = forecastPanel(panelOf(sales(150, 20, 4)), weekly).outcomes;
  assert.match(busy.model, /^weighted\(/);
  assert.equal(busy.reason, 'combined');
  const week = [0, 0, 50, 0, 0, 90, 0];
  const repeating = Float64Array.from({ length: 150 }, (_, t) => week[t % 7]);
  const [repeated] = forecastPanel(panelOf(repeating), weekly).outcomes;
  assert.deepEqual([repeated.model, repeated.reason], ['seasonal-naive', 'naive-won']);
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
