import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../contract.ts';
import { assertClose } from '../testing/close.ts';
import { fitted } from '../testing/fit.ts';
import { sales } from '../testing/series.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { ses } from './ets/ses.ts';
import { adida } from './intermittent/adida.ts';
import { croston } from './intermittent/croston.ts';
import { crostonOptimized } from './intermittent/croston-optimized.ts';
import { crostonSba } from './intermittent/croston-sba.ts';
import { imapa } from './intermittent/imapa.ts';
import { tsb } from './intermittent/tsb.ts';
import { modelNames, modelsNamed } from './registry.ts';
import { mean } from './simple/mean.ts';
import { naive } from './simple/naive.ts';
import { seasonalNaive } from './simple/seasonal-naive.ts';
import { windowAverage } from './simple/window-average.ts';

const NOT_OBSERVED = Number.NaN;

/** States that were reached in one pass or in several: rounding. */
const SAME_STATES = 1e-9;

/** Closed on every seventh day and for the fourth week. */
const open = sales(140, 12, 3);
const closed = open.map((value, t) => (t % 7 === 6 || (t >= 21 && t < 28) ? NOT_OBSERVED : value));
const asZeros = closed.map((value) => (Number.isNaN(value) ? 0 : value));

const all = modelsNamed(modelNames);

for (const model of all)
  test(`${model.name} does not take a value that was not observed for a zero`, () => {
    // The closed day comes last in the week: where it counts as a zero, the week's sum must drop.
    const week = (values: Float64Array): number =>
      fitted(model, values)
        .forecast(7)
        .reduce((sum, value) => sum + value, 0);
    assert.ok(Number.isFinite(week(closed)));
    const zeros = model.fit({ values: asZeros, season: 7 });
    // What needs values above zero tells the two apart by failing.
    if (isFailure(zeros)) return assert.equal(zeros.cause, 'not-positive');
    assert.ok(week(closed) > week(asZeros));
  });

for (const model of [
  naive,
  mean,
  windowAverage,
  ses,
  croston,
  crostonOptimized,
  crostonSba,
  tsb,
  adida,
  imapa,
]) {
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

for (const model of all) {
  test(`${model.name} names the cause where nothing was observed`, () => {
    const fit = model.fit({ values: new Float64Array(20).fill(NOT_OBSERVED), season: 7 });
    assert.ok(isFailure(fit));
    assert.equal(fit.cause, 'no-observations');
  });

  test(`${model.name} replays what it would have forecast from each origin, the last being its forecast`, () => {
    const fit = fitted(model, closed);
    const rows = fit.replay(Int32Array.of(60, 100, 140), 9);
    assert.equal(rows.length, 27);
    assertClose(rows.slice(18), fit.forecast(9), SAME_STATES);
  });

  test(`${model.name} replayed over a longer history learns from it what its states can`, () => {
    const fit = fitted(model, closed.subarray(0, 100));
    const rows = fit.replay(Int32Array.of(100, 140), 5, { values: closed, season: 7 });
    assertClose(rows.slice(0, 5), fit.forecast(5), SAME_STATES);
    assert.notDeepEqual(rows.slice(5), rows.slice(0, 5));
  });

  test(`${model.name} knows nothing in a replay of what comes after the origin`, () => {
    const fit = fitted(model, closed.subarray(0, 100));
    const changed = closed.map((value, t) => (t < 120 ? value : 3 * value + 40));
    const origins = Int32Array.of(100, 111, 120);
    const replayed = (values: Float64Array): Float64Array => fit.replay(origins, 5, { values, season: 7 });
    assert.deepEqual(replayed(changed), replayed(closed));
  });
}

test('every model has a name of its own, and seasonal naive comes first', () => {
  assert.equal(new Set(modelNames).size, modelNames.length);
  assert.equal(modelNames[0], 'seasonal-naive');
});

test('a model that does not exist is refused by name, with the names that do', () => {
  assert.throws(() => modelsNamed(['ses', 'prophet']), /"prophet".*seasonal-naive, naive/);
});
