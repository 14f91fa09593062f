import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PanelForecast } from '../contract.ts';
import { randomStream } from '../kernels/chance/random.ts';
import { weekly } from '../testing/panel-forecast.ts';
import { panelOf } from '../testing/series.ts';
import { forecastPanel } from './forecast-panel.ts';
import { sumPaths } from './sum-paths.ts';

const SERIES = 12;
const plan = { ...weekly, models: ['window-average'], paths: 200 };

/** Sales of twelve items around 50; `shared` is how much of their ups and downs is the shop's. */
function shop(shared: number): PanelForecast {
  const days = randomStream(1);
  const good = Float64Array.from({ length: 300 }, () => days() - 0.5);
  const series = Array.from({ length: SERIES }, (_, i) => {
    const own = randomStream(100 + i);
    return good.map((day) => Math.round(50 + 60 * (shared * day + (1 - shared) * (own() - 0.5))));
  });
  return forecastPanel(panelOf(...series), plan);
}

function deviation(values: ArrayLike<number>): number {
  const all = Array.from(values);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
}

/** Deviation of the group's first day ÷ what it were if series knew nothing of each other. */
function togetherness(forecast: PanelForecast): number {
  const first = (paths: Float32Array, i: number): number[] =>
    Array.from({ length: plan.paths }, (_, p) => paths[(i * plan.paths + p) * plan.horizon]);
  const group = sumPaths(forecast, new Int32Array(SERIES), 1);
  let squares = 0;
  for (let i = 0; i < SERIES; i++) squares += deviation(first(forecast.paths!, i)) ** 2;
  return deviation(first(group, 0)) / Math.sqrt(squares);
}

test('what came together in the past stays together in the sum, and strangers stay strangers', () => {
  // All together would be the root of twelve, 3.5.
  assert.ok(togetherness(shop(1)) > 2.5, String(togetherness(shop(1))));
  const strangers = togetherness(shop(0));
  assert.ok(strangers > 0.7 && strangers < 1.3, String(strangers));
});

test('a group’s paths are the sums of its series’, and a series below group 0 is in none', () => {
  const forecast = shop(0.5);
  const groups = Array.from({ length: SERIES }, (_, i) => (i === 3 ? -1 : i % 2));
  const sums = sumPaths(forecast, groups, 2);
  const width = plan.paths * plan.horizon;
  for (const at of [0, 17, width - 1])
    for (const group of [0, 1]) {
      let sum = 0;
      for (let i = 0; i < SERIES; i++) if (groups[i] === group) sum += forecast.paths![i * width + at];
      // Added up as 32-bit numbers.
      assert.ok(Math.abs(sums[group * width + at] - sum) <= 1e-5 * sum);
    }
});

test('a forecast without paths, or groups that do not fit, are refused', () => {
  const { paths: _, ...without } = shop(0);
  assert.throws(() => sumPaths(without, new Int32Array(SERIES), 1), /no paths/);
  assert.throws(() => sumPaths(shop(0), [0, 1], 2), /2 groups for 12 series/);
  assert.throws(() => sumPaths(shop(0), new Int32Array(SERIES).fill(4), 2), /group 4 of 2/);
});
