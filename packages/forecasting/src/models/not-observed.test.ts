import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../contract.ts';
import { fitted } from '../testing/fit.ts';
import { sales } from '../testing/series.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { ses } from './ets/ses.ts';
import { crostonSba } from './intermittent/croston-sba.ts';
import { tsb } from './intermittent/tsb.ts';
import { modelNames, modelsNamed } from './registry.ts';
import { naive } from './simple/naive.ts';
import { seasonalNaive } from './simple/seasonal-naive.ts';
import { windowAverage } from './simple/window-average.ts';

const NOT_OBSERVED = Number.NaN;

/** Closed on every seventh day and for the fourth week. */
const open = sales(140, 12, 3);
const closed = open.map((value, t) => (t % 7 === 6 || (t >= 21 && t < 28) ? NOT_OBSERVED : value));
const asZeros = closed.map((value) => (Number.isNaN(value) ? 0 : value));

for (const model of modelsNamed('auto')) {
  test(`${model.name} does not take a value that was not observed for a zero`, () => {
    const skipped = fitted(model, closed).forecast(6);
    assert.ok(skipped.every(Number.isFinite));
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / 6;
    // The closed day comes last in the week: where it counts as a zero, the open days' mean must drop.
    if (model !== seasonalNaive && model !== holtWinters)
      assert.ok(mean(skipped) > mean(fitted(model, asZeros).forecast(6)));
  });
}

for (const model of [naive, windowAverage, ses, crostonSba, tsb]) {
  test(`${model.name}, which knows no season, forecasts as if closed days did not exist`, () => {
    const dense = closed.filter((value) => !Number.isNaN(value));
    assert.deepEqual(fitted(model, closed).forecast(3), fitted(model, dense).forecast(3));
  });
}

test('seasonal naive takes a phase that was closed last season from the season before', () => {
  const values = [1, 2, 3, 4, 5, NOT_OBSERVED];
  assert.deepEqual([...fitted(seasonalNaive, values, 3).forecast(6)], [4, 5, 3, 4, 5, 3]);
});

test('seasonal naive gives a phase that was never observed the last value observed', () => {
  const values = [1, NOT_OBSERVED, 3, 4, NOT_OBSERVED, 6];
  assert.deepEqual([...fitted(seasonalNaive, values, 3).forecast(3)], [4, 6, 6]);
});

test('Holt–Winters keeps the phase of the season through a closed stretch that is no whole season', () => {
  const week = [10, 20, 30, 40, 50, 60, 70];
  const values = Float64Array.from({ length: 103 }, (_, t) =>
    t >= 50 && t < 60 ? NOT_OBSERVED : week[t % 7],
  );
  const forecast = fitted(holtWinters, values).forecast(7);
  for (let h = 0; h < 7; h++) assert.ok(Math.abs(forecast[h] - week[(103 + h) % 7]) < 1e-6);
});

for (const model of modelsNamed('auto')) {
  test(`${model.name} names the cause where nothing was observed`, () => {
    const fit = model.fit({ values: new Float64Array(20).fill(NOT_OBSERVED), season: 7 });
    assert.ok(isFailure(fit));
    assert.equal(fit.cause, 'no-observations');
  });

  test(`${model.name} replays what it would have forecast from each origin, the last being its forecast`, () => {
    const fit = fitted(model, closed);
    const rows = fit.replay(Int32Array.of(60, 100, 140), 9);
    assert.equal(rows.length, 27);
    assert.deepEqual(rows.slice(18), fit.forecast(9));
  });

  test(`${model.name} replayed over a longer history learns from it what its states can`, () => {
    const fit = fitted(model, closed.subarray(0, 100));
    const rows = fit.replay(Int32Array.of(100, 140), 5, { values: closed, season: 7 });
    assert.deepEqual(rows.slice(0, 5), fit.forecast(5));
    assert.notDeepEqual(rows.slice(5), rows.slice(0, 5));
  });
}

test('seasonal naive, the yardstick, comes first, and no two models have one name', () => {
  assert.equal(modelNames[0], 'seasonal-naive');
  assert.equal(new Set(modelNames).size, modelNames.length);
});

test('a model that does not exist is refused by name, with the names that do', () => {
  assert.throws(() => modelsNamed(['ses', 'prophet']), /"prophet".*seasonal-naive, naive/);
});
