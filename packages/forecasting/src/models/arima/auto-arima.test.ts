import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../../contract.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { sales } from '../../testing/series.ts';
import { autoArima } from './auto-arima.ts';
import { estimateOf } from './estimate.ts';

const WHOLE = { d: 0, D: 0, season: 1 };

const wandering = wander(200, 5);
const weekly = sales(210, 20, 4);
const closed = weekly.map((value, t) => (t % 7 === 6 || (t > 60 && t < 75) ? Number.NaN : value));

for (const [name, values] of [
  ['wandering', wandering],
  ['weekly', weekly],
  ['weekly with closed days', closed],
] as const) {
  const fit = fitted(autoArima, values);

  test(`a replay of ${name} sales knows nothing of what follows its origin`, () => {
    const origins = Int32Array.of(40, 90, 91, 150);
    const whole = fit.replay(origins, 10);
    for (const [r, origin] of origins.entries()) {
      const changed = Float64Array.from(values, (value, t) => (t < origin ? value : 1e6));
      const row = fit.replay(Int32Array.of(origin), 10, { values: changed, season: 7 });
      assert.deepEqual(row, whole.slice(r * 10, (r + 1) * 10));
      const cut = fit.replay(Int32Array.of(origin), 10, { values: values.slice(0, origin), season: 7 });
      // 1e-9: without what follows a filter has room for fewer gains, and no other numbers.
      assertClose(cut, row, 1e-9);
    }
  });

  test(`deviations of ${name} sales are those of the paths`, () => {
    const random = randomStream(3);
    const paths = 4000;
    const drawn = fit.simulate?.(12, paths, random) ?? new Float64Array(0);
    const mean = fit.forecast(12);
    const deviations = fit.deviations?.(12) ?? new Float64Array(0);
    for (let h = 0; h < 12; h++) {
      let sum = 0;
      let squares = 0;
      for (let path = 0; path < paths; path++) {
        const error = drawn[path * 12 + h] - mean[h];
        sum += error;
        squares += error * error;
      }
      // Four standard errors of a mean and of a deviation of 4,000 draws.
      assert.ok(Math.abs(sum / paths) < (4 * deviations[h]) / Math.sqrt(paths));
      assert.ok(Math.abs(Math.sqrt(squares / paths) / deviations[h] - 1) < 4 / Math.sqrt(2 * paths));
    }
  });

  test(`a warm start keeps the order of ${name} sales and ends where a fit of that order does`, () => {
    const earlier = autoArima.fit({ values: values.slice(0, 180), season: 7 });
    assert.ok(!isFailure(earlier));
    const later = autoArima.fit({ values: Float64Array.from(values), season: 7 }, earlier);
    assert.ok(!isFailure(later) && later.likelihood);
    for (const term of ['p', 'd', 'q', 'P', 'D', 'Q'])
      assert.equal(later.parameters[term], earlier.parameters[term]);
    const again = autoArima.fit({ values: Float64Array.from(values), season: 7 }, later);
    assert.ok(!isFailure(again) && again.likelihood);
    // Started at the top it finds nothing better: a refit ends where a step gains less than 0.001.
    assert.ok(Math.abs(again.likelihood.logLikelihood - later.likelihood.logLikelihood) < 0.005);
  });
}

test('a trillion times the sales give a trillion times the forecast', () => {
  for (const factor of [1e12, 1e-12]) {
    const scaled = fitted(
      autoArima,
      weekly.map((value) => value * factor),
    );
    const plain = fitted(autoArima, weekly);
    assert.equal(scaled.parameters.p, plain.parameters.p);
    // 1e-6: values are divided by their largest, which rounds once, and a search amplifies it.
    assertClose(
      scaled.forecast(14).map((value) => value / factor),
      plain.forecast(14),
      1e-6,
    );
  }
});

test('a constant added to the values is added to the forecast', () => {
  const plain = fitted(autoArima, wandering);
  const shifted = fitted(
    autoArima,
    wandering.map((value) => value + 1000),
  );
  assertClose(
    shifted.forecast(14),
    plain.forecast(14).map((value) => value + 1000),
    1e-6,
  );
});

test('a random walk is differenced once and a level with noise not at all', () => {
  assert.equal(fitted(autoArima, wandering).parameters.d, 1);
  const random = randomStream(8);
  const steady = Float64Array.from({ length: 200 }, () => 10 + standardNormal(random));
  const fit = fitted(autoArima, steady);
  assert.equal(fit.parameters.d, 0);
  // Far ahead nothing is known but the mean.
  assert.ok(Math.abs(fit.forecast(100)[99] - 10) < 4 / Math.sqrt(200));
});

test('constants of an ARMA process are found again within three standard errors', () => {
  const random = randomStream(21);
  const values = new Float64Array(3000).fill(20);
  for (let t = 2; t < values.length; t++)
    values[t] = 20 + 1.2 * (values[t - 1] - 20) - 0.5 * (values[t - 2] - 20) + standardNormal(random);
  const estimate = estimateOf(values.subarray(100), WHOLE, { p: 2, q: 0, P: 0, Q: 0 }, true);
  const [ar1, ar2] = estimate.coefficients;
  const [constant] = estimate.slopes;
  const { variance } = estimate;
  const error = Math.sqrt((1 - 0.5 ** 2) / 2900);
  assert.ok(Math.abs(ar1 - 1.2) < 3 * error && Math.abs(ar2 + 0.5) < 3 * error);
  assert.ok(Math.abs(constant - 20) < 3 / 0.3 / Math.sqrt(2900));
  assert.ok(Math.abs(variance - 1) < 3 * Math.sqrt(2 / 2900));
});

test('short, flat, straight, gapped, huge and tiny histories are forecast with finite numbers', () => {
  const N = Number.NaN;
  const histories: ArrayLike<number>[] = [
    [5],
    [5, 6],
    [5, N, 6],
    [N, 5, N],
    [5, 6, 9],
    new Float64Array(60).fill(4),
    Float64Array.from({ length: 60 }, (_, t) => t),
    Float64Array.from({ length: 60 }, (_, t) => t * t),
    Float64Array.from({ length: 60 }, (_, t) => t % 7),
    Float64Array.from({ length: 60 }, (_, t) => (t === 59 ? 1e12 : 0)),
    Float64Array.from({ length: 60 }, (_, t) => (t % 3 === 0 ? t : N)),
    Float64Array.from({ length: 60 }, (_, t) => (t % 7 === 0 ? t : N)),
    Float64Array.from({ length: 60 }, (_, t) => (t < 50 ? t % 5 : N)),
    weekly.map((value) => value * 1e-300),
    weekly.map((value) => value * 1e150),
  ];
  for (const [i, values] of histories.entries()) {
    const fit = fitted(autoArima, values);
    assert.ok(fit.forecast(30).every(Number.isFinite), `history ${i}`);
    assert.ok(
      fit.deviations?.(30).every((value) => value >= 0 && Number.isFinite(value)),
      `history ${i}`,
    );
  }
});

test('a straight line and a season that repeats go on for ever, without an error', () => {
  const line = fitted(
    autoArima,
    Float64Array.from({ length: 60 }, (_, t) => 2 * t),
  );
  assertClose(line.forecast(3), [120, 122, 124], 1e-9);
  const season = fitted(
    autoArima,
    Float64Array.from({ length: 63 }, (_, t) => t % 7),
  );
  assertClose(season.forecast(7), [0, 1, 2, 3, 4, 5, 6], 1e-9);
  assert.equal(season.likelihood, undefined);
});

test('values whose squares are beyond numbers are refused by name', () => {
  const fit = autoArima.fit({ values: weekly.map((value) => value * 1e200), season: 7 });
  assert.ok(isFailure(fit) && fit.cause === 'not-finite');
});

function wander(length: number, seed: number): Float64Array {
  const random = randomStream(seed);
  let level = 50;
  return Float64Array.from({ length }, () => {
    level += standardNormal(random);
    return level;
  });
}
