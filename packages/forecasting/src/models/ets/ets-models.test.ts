import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../../contract.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { sales } from '../../testing/series.ts';
import { autoDampedEts } from './auto-damped-ets.ts';
import { autoEts } from './auto-ets.ts';
import { dampedHolt } from './damped-holt.ts';
import type { FittedEts } from './fitted-ets.ts';
import { holt } from './holt.ts';
import { holtWinters } from './holt-winters.ts';
import { holtWintersMultiplicative } from './holt-winters-multiplicative.ts';
import { ses } from './ses.ts';

const family = [ses, holt, dampedHolt, holtWinters, holtWintersMultiplicative, autoDampedEts, autoEts];
/** Whole numbers around 60 with a weekly season: all positive. */
const history = sales(210, 60, 4);

for (const model of family) {
  test(`${model.name}: a row of a replay knows nothing of what comes after its origin`, () => {
    const fit = fitted(model, history);
    const changed = history.map((value, t) => (t >= 150 ? value * 3 : value));
    const origins = Int32Array.of(100, 150);
    const rows = fit.replay(origins, 8, { values: changed, season: 7 });
    assert.deepEqual(rows, fit.replay(origins, 8));
  });

  test(`${model.name}: sample paths have the mean that is forecast, and its deviation where that is known`, () => {
    const fit = fitted(model, history);
    const [horizon, paths] = [10, 4000];
    const random = randomStream(8);
    const rows = fit.simulate?.(horizon, paths, random) ?? new Float64Array();
    assert.equal(rows.length, horizon * paths);
    const mean = fit.forecast(horizon);
    const deviations = fit.deviations?.(horizon);
    for (let h = 0; h < horizon; h++) {
      let sum = 0;
      let squares = 0;
      for (let p = 0; p < paths; p++) {
        sum += rows[p * horizon + h];
        squares += (rows[p * horizon + h] - mean[h]) ** 2;
      }
      const deviation = Math.sqrt(squares / paths);
      // Five standard errors of a mean of 4,000.
      assert.ok(Math.abs(sum / paths - mean[h]) < (5 * deviation) / Math.sqrt(paths), `step ${h}`);
      // A deviation of 4,000 normal numbers is known to 1.1 %; five of these.
      if (deviations) assertClose([deviation / deviations[h]], [1], 0.03);
    }
  });

  test(`${model.name}: values not observed at the end leave what is known, and time goes on`, () => {
    const known = history.subarray(0, 196);
    const open = Float64Array.from({ length: 200 }, (_, t) => (t < 196 ? history[t] : Number.NaN));
    assertClose(fitted(model, open).forecast(5), fitted(model, known).forecast(9).subarray(4), 1e-9);
  });

  test(`${model.name}: forecasts are finite and in scale for values of any size`, () => {
    for (const scale of [1e-12, 1e12]) {
      const scaled = fitted(
        model,
        history.map((value) => scale * value),
      ).forecast(14);
      const own = fitted(model, history).forecast(14);
      // 1e-3: where the search stops depends on rounding; in the likelihood that is less than 0.001.
      assertClose(
        scaled.map((value) => value / scale),
        own,
        1e-3,
      );
    }
  });
}

test('a refit from an earlier fit ends as likely as one from scratch', () => {
  for (const model of [holt, dampedHolt, holtWintersMultiplicative, autoDampedEts, autoEts]) {
    const early = fitted(model, history.subarray(0, 180));
    const warm = model.fit({ values: history, season: 7 }, early);
    assert.ok(!isFailure(warm));
    const cold = fitted(model, history);
    // Searches stop where less than 0.001 is to be gained.
    assert.ok((warm.likelihood?.aicc ?? Infinity) <= (cold.likelihood?.aicc ?? 0) + 0.01, model.name);
  }
});

test('the automatic choice is a season where there is one, and none where there is none', () => {
  const random = randomStream(2);
  const noise = Float64Array.from({ length: 150 }, () => 20 * random());
  assert.equal((fitted(autoEts, noise) as FittedEts).form.season, 'N');
  assert.notEqual((fitted(autoEts, history) as FittedEts).form.season, 'N');
});

test('a trend that goes on is damped by auto-damped-ets', () => {
  const rising = history.map((value, t) => value + t);
  const { form } = fitted(autoDampedEts, rising) as FittedEts;
  assert.deepEqual([form.error, form.trend, form.season], ['A', 'Ad', 'A']);
});

test('nothing is proportional where a value is zero', () => {
  const withZero = history.with(20, 0);
  const { form } = fitted(autoEts, withZero) as FittedEts;
  assert.deepEqual([form.error, form.season === 'M'], ['A', false]);
  const failure = holtWintersMultiplicative.fit({ values: withZero, season: 7 });
  assert.deepEqual(failure, { cause: 'not-positive' });
});

test('a season longer than 24, or than the history, is left out', () => {
  const { form } = fitted(autoEts, history, 52) as FittedEts;
  assert.equal(form.season, 'N');
  assert.equal((fitted(autoEts, history.subarray(0, 6), 7) as FittedEts).form.season, 'N');
});

test('one value, two values, and always the same value are forecast as they are', () => {
  for (const values of [
    [7],
    [7, 7],
    Array.from({ length: 30 }, () => 7),
    Array.from({ length: 30 }, () => 0),
  ]) {
    const fit = fitted(autoEts, values);
    assertClose(fit.forecast(3), [values[0], values[0], values[0]], 1e-9);
    assert.equal(fit.likelihood, undefined);
  }
});

test('a multiplying season that meets zeros after its history stays finite', () => {
  const fit = fitted(holtWintersMultiplicative, history);
  const over = Float64Array.from({ length: 800 }, (_, t) => (t < 210 ? history[t] : t < 500 ? 0 : 60));
  const rows = fit.replay(Int32Array.of(300, 500, 510, 600, 800), 14, { values: over, season: 7 });
  assert.ok(rows.every(Number.isFinite));
  assert.ok(
    rows.subarray(56).every((value) => Math.abs(value) < 120),
    'back at 60 a day',
  );
});

test('on wild series too, a replay to the end is the forecast', () => {
  const random = randomStream(17);
  const wild = {
    bursts: Float64Array.from({ length: 17 }, () => (random() < 0.1 ? 1000 * random() : 1 + random())),
    'on and off': Float64Array.from({ length: 30 }, (_, t) => (t % 2 ? 1e-3 : 1e3)),
    growth: Float64Array.from({ length: 60 }, (_, t) => Math.exp(t / 5)),
    decay: Float64Array.from({ length: 60 }, (_, t) => 100 * Math.exp(-t / 5)),
  };
  for (const values of Object.values(wild))
    for (const model of family)
      for (const season of [7, 12]) {
        const fit = model.fit({ values, season });
        if (isFailure(fit)) continue;
        const largest = values.reduce((most, value) => Math.max(most, value), 0);
        const shares = (numbers: Float64Array) => numbers.map((number) => number / largest);
        const last = fit.replay(Int32Array.of(values.length), 30);
        assertClose(shares(last), shares(fit.forecast(30)), 1e-9, model.name);
      }
});
