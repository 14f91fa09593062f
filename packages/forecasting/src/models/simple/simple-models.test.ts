import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type FittedModel, isFailure, type Model } from '../../contract.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { references } from '../../testing/references.ts';
import { drift } from './drift.ts';
import { mean } from './mean.ts';
import { naive } from './naive.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { seasonalWindowAverage } from './seasonal-window-average.ts';
import { windowAverage } from './window-average.ts';

/** The same sums in another order: a few units in the last place. */
const ROUNDING = 1e-12;
/** Deviations are read off an interval's end, which costs the digits that the mean has more than they. */
const FROM_INTERVALS = 1e-9;

interface Reference {
  readonly mean: readonly number[];
  readonly hi95?: readonly number[];
  readonly deviation?: readonly number[];
}

function fixture<Series>(name: string): {
  season: number;
  horizon: number;
  series: (Series & { name: string })[];
} {
  return JSON.parse(readFileSync(new URL(`../../../fixtures/simple/${name}`, import.meta.url), 'utf8'));
}

for (const series of references.series) {
  const { horizon } = references;
  test(`naive is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(naive, series.values).forecast(horizon), series.naive, 0);
  });
  test(`seasonal naive is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(seasonalNaive, series.values).forecast(horizon), series.seasonalNaive, 0);
  });
  test(`the mean of the last 28 is statsforecast's on ${series.name}`, () => {
    assertClose(fitted(windowAverage, series.values).forecast(horizon), series.windowAverage, ROUNDING);
  });
}

const python = fixture<{
  drift: Reference;
  mean: Reference;
  seasonalNaive: Reference;
  seasonalWindowAverage?: Reference;
}>('statsforecast.json');

for (const [at, reference] of python.series.entries()) {
  const { name, values } = references.series[at];
  const { horizon, season } = python;
  test(`drift, mean and seasonal averages are statsforecast's on ${name}`, () => {
    assert.equal(name, reference.name);
    for (const [model, expected] of [
      [drift, reference.drift],
      [mean, reference.mean],
      [seasonalNaive, reference.seasonalNaive],
      [seasonalWindowAverage, reference.seasonalWindowAverage],
    ] as const)
      if (expected)
        assertClose(fitted(model, values, season).forecast(horizon), expected.mean, ROUNDING, model.name);
  });
}

const r = fixture<{
  season: number;
  values: number[];
  naive: Reference;
  drift: Reference;
  mean: Reference;
  seasonalNaive: Reference;
}>('r.json');

for (const reference of r.series) {
  const { name, season, values } = reference;
  for (const [model, expected] of [
    [naive, reference.naive],
    [drift, reference.drift],
    [mean, reference.mean],
    [seasonalNaive, reference.seasonalNaive],
  ] as const) {
    test(`${model.name} and the deviations of its errors are R's on ${name}`, () => {
      const fit = fitted(model, values, season);
      const horizon = expected.mean.length;
      assertClose(fit.forecast(horizon), expected.mean, ROUNDING);
      assertClose(fit.deviations!(horizon), expected.deviation!, FROM_INTERVALS);
    });
  }
}

const MODELS: readonly Model[] = [naive, seasonalNaive, drift, mean];
/** With gaps inside, a phase of the season that ends unobserved, and a silent end. */
const gaps = [8, 3, 5, 9, NaN, 6, 7, NaN, 8, 5, 6, 10, NaN, 5, 8, 4, 9, 6, NaN, NaN];

for (const model of MODELS) {
  for (const [label, values] of [
    ['a whole history', gaps.filter((value) => !Number.isNaN(value))],
    ['a history with gaps', gaps],
  ] as const)
    test(`sample paths of ${model.name} have its mean and its deviations on ${label}`, () => {
      const fit = fitted(model, values, 4);
      const paths = 20_000;
      const horizon = 9;
      const rows = fit.simulate!(horizon, paths, randomStream(5));
      const expected = fit.forecast(horizon);
      const deviations = fit.deviations!(horizon);
      for (let h = 0; h < horizon; h++) {
        let sum = 0;
        let squares = 0;
        for (let p = 0; p < paths; p++) {
          const error = rows[p * horizon + h] - expected[h];
          sum += error;
          squares += error * error;
        }
        // Five standard errors: of a mean of 20,000, and of a standard deviation.
        assert.ok(Math.abs(sum / paths) < (5 / Math.sqrt(paths)) * deviations[h], `mean at ${h}`);
        assert.ok(
          Math.abs(Math.sqrt(squares / paths) / deviations[h] - 1) < 5 / Math.sqrt(2 * paths),
          `at ${h}`,
        );
      }
    });

  test(`deviations of ${model.name} never fall, and go with the scale of the values`, () => {
    const deviations = fitted(model, gaps, 4).deviations!(12);
    for (let h = 1; h < 12; h++) assert.ok(deviations[h] >= deviations[h - 1]);
    const scaled = fitted(
      model,
      gaps.map((value) => value * 8),
      4,
    );
    assert.deepEqual(
      scaled.deviations!(12),
      deviations.map((value) => value * 8),
    );
  });
}

test('a walk that is silent for three steps is as unsure of the next one as of the fourth', () => {
  const heard = fitted(naive, [3, 5, 4, 6]).deviations!(4);
  const silent = fitted(naive, [3, 5, 4, 6, NaN, NaN, NaN]).deviations!(1);
  assertClose(silent, heard.slice(3), ROUNDING);
});

test('a drift goes on through a silent end', () => {
  const forecast = fitted(drift, [10, 12, 14, NaN, NaN]).forecast(2);
  assert.deepEqual([...forecast], [20, 22]);
});

test('drift needs two values, and says so', () => {
  const fit = drift.fit({ values: Float64Array.of(NaN, 4, NaN), season: 7 });
  assert.ok(isFailure(fit) && fit.cause === 'history-too-short');
});

test('a drift told backwards is the line back to the beginning', () => {
  const values = [4, 7, 5, 9, 12, 10];
  const slope = (fit: FittedModel): number => fit.parameters.drift;
  assert.equal(slope(fitted(drift, values.toReversed())), -slope(fitted(drift, values)));
});

test('a single value has no deviation that it could claim', () => {
  for (const model of [naive, seasonalNaive, mean]) assert.equal(fitted(model, [5]).deviations, undefined);
});

test('a seasonal average gives a phase that was never observed the mean of the others', () => {
  const values = [1, NaN, 3, 5, NaN, 7];
  assert.deepEqual([...fitted(seasonalWindowAverage, values, 3).forecast(3)], [3, 4, 5]);
});
