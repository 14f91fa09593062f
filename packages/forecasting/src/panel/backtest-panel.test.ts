import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../contract.ts';
import { ses } from '../models/ets/ses.ts';
import { weekly } from '../testing/panel-forecast.ts';
import { panelOf, sales } from '../testing/series.ts';
import { backtestPanel } from './backtest-panel.ts';
import { forecastPanel } from './forecast-panel.ts';

const series = [sales(150, 4, 1), sales(120, 30, 2), sales(90, 0.6, 3)];
const panel = panelOf(...series, [1, 2, 3]);

test('a backtest has the procedure first, then seasonal naive and the candidates', () => {
  const { models, count, tested } = backtestPanel(panel, { ...weekly, models: ['ses', 'tsb'] });
  assert.deepEqual(
    models.map(({ model }) => model),
    ['auto', 'seasonal-naive', 'ses', 'tsb'],
  );
  assert.deepEqual([count, tested], [4, 3]);
  for (const { observations } of models) assert.equal(observations, 3 * 3 * 14);
});

test("a model's sums are those of forecasts made by hand from what lies before each origin", () => {
  const { models } = backtestPanel(panelOf(series[1]), { ...weekly, models: ['ses'] });
  let absoluteError = 0;
  let actual = 0;
  for (const origin of [78, 92, 106]) {
    const fit = ses.fit({ values: series[1].subarray(0, origin), season: 7 });
    assert.ok(!isFailure(fit));
    const forecast = fit.forecast(14);
    for (let h = 0; h < 14; h++) {
      absoluteError += Math.abs(forecast[h] - series[1][origin + h]);
      actual += series[1][origin + h];
    }
  }
  // A refit starts from the last one's result, and finds the same valley to rounding.
  assert.ok(Math.abs(models[2].absoluteError - absoluteError) < 1e-9 * absoluteError);
  assert.ok(Math.abs(models[2].wape - absoluteError / actual) < 1e-9);
});

test('auto is scored on forecasts that knew nothing of the test window', () => {
  const { models } = backtestPanel(panelOf(series[0]), { ...weekly, origins: 1 });
  const past = forecastPanel(panelOf(series[0].subarray(0, 136)), { ...weekly, origins: 1 });
  const absoluteError = past.mean.reduce((sum, value, h) => sum + Math.abs(value - series[0][136 + h]), 0);
  assert.equal(models[0].model, 'auto');
  assert.equal(models[0].absoluteError, absoluteError);
});

test('pinball and coverage of every model are numbers', () => {
  for (const { pinball, coverage80, rmsse } of backtestPanel(panel, weekly).models) {
    assert.ok(pinball > 0 && rmsse > 0);
    assert.ok(coverage80 > 0.6 && coverage80 <= 1);
  }
});

test('failures are counted by model and cause', () => {
  const mostlyClosed = sales(60, 9, 4).map((value, t) => (t % 6 === 0 ? value : Number.NaN));
  const { failures } = backtestPanel(panelOf(mostlyClosed), weekly);
  assert.equal(failures['holt-winters']?.['history-too-short'], 1);
});

test('a panel without a testable series has no accuracy, and says so', () => {
  const { tested, models } = backtestPanel(panelOf([1, 2]), weekly);
  assert.equal(tested, 0);
  assert.ok(models.every(({ series, wape }) => series === 0 && Number.isNaN(wape)));
});
