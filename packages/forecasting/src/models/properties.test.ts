import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isFailure, type Model } from '../contract.ts';
import { assertClose } from '../testing/close.ts';
import { modelNames, modelsNamed } from './registry.ts';

const models = modelsNamed(modelNames);
const HORIZON = 10;
/** Enough to have found every fault that was there to find; the same series in every run. */
const RUNS = { numRuns: 25, seed: 20261122 };

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 7, arbitrary: fc.integer({ min: 0, max: 40 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
);
const history = fc.array(count, { minLength: 24, maxLength: 60 });
const positive = fc.array(fc.integer({ min: 8, max: 60 }), { minLength: 24, maxLength: 60 });
const season = fc.constantFrom(1, 4, 7);

/** Forecasts, or the cause of there being none. */
function answer(model: Model, values: Float64Array, period: number): Float64Array | string {
  const fit = model.fit({ values, season: period });
  return isFailure(fit) ? fit.cause : fit.forecast(HORIZON);
}

function assertSame(actual: Float64Array | string, expected: Float64Array | string, tolerance: number): void {
  if (typeof actual === 'string' || typeof expected === 'string') assert.equal(actual, expected);
  else assertClose(actual, expected, tolerance);
}

for (const model of models) {
  test(`${model.name} of four times the sales forecasts four times as much, or fails alike`, () => {
    fc.assert(
      fc.property(history, season, (series, period) => {
        const values = Float64Array.from(series);
        const plain = answer(model, values, period);
        const scaled = answer(
          model,
          values.map((value) => 4 * value),
          period,
        );
        const expected = typeof plain === 'string' ? plain : plain.map((value) => 4 * value);
        assertSame(scaled, expected, 1e-6);
      }),
      RUNS,
    );
  });

  test(`${model.name} replays an origin the same alone as among others`, () => {
    fc.assert(
      fc.property(history, season, (series, period) => {
        const values = Float64Array.from(series);
        const fit = model.fit({ values, season: period });
        if (isFailure(fit)) return;
        const origins = Int32Array.of(9, 15, 16, values.length);
        const rows = fit.replay(origins, HORIZON);
        for (const [r, origin] of origins.entries()) {
          const alone = fit.replay(Int32Array.of(origin), HORIZON);
          for (let h = 0; h < HORIZON; h++) {
            const together = rows[r * HORIZON + h];
            if (Number.isNaN(together)) assert.ok(Number.isNaN(alone[h]));
            else assert.ok(Math.abs(alone[h] - together) <= 1e-9 * (1 + Math.abs(together)));
          }
        }
      }),
      RUNS,
    );
  });

  test(`${model.name} of the same series is the same, whatever was fitted in between`, () => {
    fc.assert(
      fc.property(history, history, (series, other) => {
        const values = Float64Array.from(series);
        const before = answer(model, values, 7);
        answer(model, Float64Array.from(other), 4);
        assert.deepEqual(answer(model, values, 7), before);
      }),
      RUNS,
    );
  });
}

/** Models to which a level is a number like any other. The rest tell zero from demand, or multiply. */
const SHIFTABLE = [
  'seasonal-naive',
  'naive',
  'mean',
  'drift',
  'window-average',
  'seasonal-window-average',
  'ses',
  'holt',
  'damped-holt',
  'holt-winters',
  'mstl(ses)',
];

for (const model of modelsNamed(SHIFTABLE))
  test(`${model.name} of values that are all higher by the same forecasts higher by that`, () => {
    fc.assert(
      fc.property(positive, season, (series, period) => {
        const values = Float64Array.from(series);
        const plain = answer(model, values, period);
        const lifted = answer(
          model,
          values.map((value) => value + 512),
          period,
        );
        const expected = typeof plain === 'string' ? plain : plain.map((value) => value + 512);
        // 1e-6: sums of squares around 500 lose a few digits more than those around 30.
        assertSame(lifted, expected, 1e-6);
      }),
      RUNS,
    );
  });
