import assert from 'node:assert/strict';
import test from 'node:test';
import { type ForecastPlan, forecastPanel, type Panel } from '@shelfcast/forecasting';
import { centralIntervals, holdOut, withoutLastHorizon } from './hold-out.ts';

const plan: ForecastPlan = {
  horizon: 4,
  season: 2,
  origins: 2,
  models: 'auto',
  quantiles: [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95],
};

function panel(histories: readonly (readonly number[])[]): Panel {
  const offsets = Uint32Array.from({ length: histories.length + 1 }, (_, i) =>
    histories.slice(0, i).reduce((sum, history) => sum + history.length, 0),
  );
  return { values: Float64Array.from(histories.flat()), offsets };
}

const wavy = Array.from({ length: 40 }, (_, i) => 10 + (i % 2) * 5 + ((i * 7) % 5));

test('the sums are those of a forecast that was made without the last horizon', () => {
  const last = wavy.slice(-4);
  const forecast = forecastPanel(
    { values: Float64Array.from(wavy.slice(0, -4)), offsets: Uint32Array.of(0, wavy.length - 4) },
    plan,
  );
  const sums = holdOut(panel([wavy]), plan, () => true);
  const errors = last.map((actual, k) => forecast.mean[k] - actual);
  assert.equal(sums.observations, 4);
  assert.ok(Math.abs(sums.error - errors.reduce((a, b) => a + b, 0)) < 1e-9);
  assert.ok(Math.abs(sums.absoluteError - errors.reduce((a, b) => a + Math.abs(b), 0)) < 1e-9);
  assert.equal(
    sums.actual,
    last.reduce((a, b) => a + b, 0),
  );
  const inside = last.filter(
    (actual, k) => forecast.quantileValues[k * 7] <= actual && actual <= forecast.quantileValues[k * 7 + 6],
  );
  assert.equal(sums.inside['0.9'], inside.length);
});

test('what is held out has no part in the forecast: another end gives the same forecast, and other errors', () => {
  const other = [...wavy.slice(0, -1), 1000];
  const [a, b] = [wavy, other].map((history) => holdOut(panel([history]), plan, () => true));
  const [lastOfA, lastOfB] = [wavy[39], 1000];
  assert.ok(Math.abs(b.error - (a.error + lastOfA - lastOfB)) < 1e-9);
});

test('closed days are not counted, series that are too short or not picked neither', () => {
  const gap = wavy.with(38, Number.NaN);
  assert.equal(holdOut(panel([gap]), plan, () => true).observations, 3);
  const sums = holdOut(panel([wavy, wavy.slice(0, 7), wavy]), plan, (series) => series !== 2);
  assert.deepEqual([sums.series, sums.observations], [1, 4]);
});

test('what was known of the held-out horizon stays known, of the chosen series alone', () => {
  const columns = [Float64Array.of(10, 11, 12, 13, 20, 21, 22, 30, 31, 32, 33)];
  const common = {
    names: ['feast'],
    columns: [Float64Array.of(0, 1, 2, 3)],
    starts: Uint32Array.of(0, 1, 0),
  };
  const whole = {
    ...panel([
      [1, 2, 3],
      [4, 5],
      [6, 7, 8],
    ]),
    known: { names: ['price'], columns },
    common,
  };
  const cut = withoutLastHorizon(whole, [0, 2], 1);
  assert.deepEqual(
    [[...cut.values], [...cut.offsets]],
    [
      [1, 2, 6, 7],
      [0, 2, 4],
    ],
  );
  assert.deepEqual([...(cut.known?.columns[0] ?? [])], [10, 11, 12, 30, 31, 32]);
  assert.deepEqual([...(cut.common?.starts ?? [])], [0, 0]);
});

test('central intervals are paired by what they leave out on either side', () => {
  assert.deepEqual(centralIntervals(plan.quantiles), [
    { share: '0.9', low: 0, high: 6 },
    { share: '0.8', low: 1, high: 5 },
    { share: '0.5', low: 2, high: 4 },
  ]);
  assert.deepEqual(centralIntervals([0.1, 0.5]), []);
});
