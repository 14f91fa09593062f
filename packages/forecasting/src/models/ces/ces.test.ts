import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type FittedModel, isFailure, type Model } from '../../contract.ts';
import { type Ces, cesMean, cesPass } from '../../kernels/ces/ces.ts';
import { cesProblem } from '../../kernels/ces/problem.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { countObserved } from '../../kernels/observed.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { sales } from '../../testing/series.ts';
import { autoCes } from './auto-ces.ts';
import { ces } from './ces.ts';
import { type CesKind, constantNames, formOf } from './ces-kinds.ts';
import { guessedStart } from './ces-start.ts';
import { fittedCes } from './fitted-ces.ts';
import { fullSeasonalCes } from './full-seasonal-ces.ts';
import { partialSeasonalCes } from './partial-seasonal-ces.ts';
import { simpleSeasonalCes } from './simple-seasonal-ces.ts';

interface Reference {
  readonly constants: readonly number[];
  readonly start: readonly (readonly number[])[];
  readonly criterion: number;
  readonly aicc: number;
  readonly mean: readonly number[];
  readonly unitDeviations: readonly number[];
}

interface ReferenceSeries {
  readonly name: string;
  readonly season: number;
  readonly values: readonly number[];
  readonly kinds: Readonly<Partial<Record<CesKind, Reference>>>;
}

/** What statsforecast 2.1.1 made of series; fixtures/ces/make_ces.py writes it. */
const { horizon, series: references }: { horizon: number; series: readonly ReferenceSeries[] } = JSON.parse(
  readFileSync(new URL('../../../fixtures/ces/ces.json', import.meta.url), 'utf8'),
);

const modelOf: Readonly<Record<CesKind, Model>> = {
  none: ces,
  simple: simpleSeasonalCes,
  partial: partialSeasonalCes,
  full: fullSeasonalCes,
};

/** statsforecast's rows before the first value, by time, in the order of our states, by phase. */
function startOf(kind: CesKind, { start }: Reference): Float64Array {
  const shared = formOf(kind) === 'plain' ? [] : start[start.length - 1].slice(0, 2);
  return Float64Array.from([...shared, ...start.flatMap((row) => row.slice(shared.length))]);
}

function problemOf(kind: CesKind, values: Float64Array, length: number) {
  const [form, season] = [formOf(kind), kind === 'none' ? 1 : length];
  return cesProblem(form, values, season, countObserved(values), guessedStart(form, values, season));
}

function constantsOf(kind: CesKind, { parameters }: FittedModel): Float64Array {
  return Float64Array.from(constantNames[kind], (name) => parameters[name]);
}

/** n log of the sum of squared errors, by the recursion, one value at a time. */
function criterionOf(recursion: Ces, start: Float64Array, values: Float64Array): number {
  const state = start.slice();
  let squares = 0;
  let observed = 0;
  for (let t = 0; t < values.length; t++) {
    const error = values[t] - cesMean(recursion, state, t % recursion.season);
    if (!Number.isNaN(error)) {
      squares += error * error;
      observed++;
    }
    cesPass(recursion, state, values, t, t + 1);
  }
  return observed * Math.log(squares);
}

for (const { name, season: length, values: numbers, kinds } of references) {
  const values = Float64Array.from(numbers);
  for (const [kind, expected] of Object.entries(kinds) as [CesKind, Reference][]) {
    const constants = Float64Array.from(expected.constants);
    const season = kind === 'none' ? 1 : length;
    const reference: Ces = { form: formOf(kind), season, constants };
    const problem = problemOf(kind, values, length);
    const atReference = problem.evaluate(constants);

    test(`${name}, season ${kind}: with statsforecast's constants and start its errors and forecasts come out`, () => {
      const start = startOf(kind, expected);
      // 1e-8, as below: the same sums in another order.
      assertClose([criterionOf(reference, start, values)], [expected.criterion], 1e-8);
      const likelihood = { logLikelihood: 0, parameterCount: 0, aicc: 0 };
      const solution = { kind, ces: reference, start, variance: 4, parameters: {}, likelihood };
      const fit = fittedCes('ces', { values, season: length }, solution);
      assertClose(fit.forecast(horizon), expected.mean, 1e-8);
      const unit = fit.deviations!(horizon).map((deviation) => deviation / 2);
      assertClose(unit, expected.unitDeviations, 1e-8);
    });

    test(`${name}, season ${kind}: AICc is that of Hurvich and Tsai, and −2 log likelihood is n log Σe² but for a constant`, () => {
      const fit = fitted(modelOf[kind], values, length);
      const penalty = expected.aicc - expected.criterion;
      const constant = values.length * (Math.log((2 * Math.PI) / values.length) + 1);
      const criterion = problem.evaluate(constantsOf(kind, fit));
      assertClose([fit.likelihood!.aicc], [criterion + constant + penalty], 1e-9);
      assertClose([-2 * fit.likelihood!.logLikelihood], [criterion + constant], 1e-9);
    });

    if (atReference === Number.POSITIVE_INFINITY) continue; // Constants that forget nothing: not allowed here.

    test(`${name}, season ${kind}: backcasting comes to statsforecast's start`, () => {
      assertClose([problem.evaluate(constants)], [expected.criterion], 1e-8);
      assertClose(problem.start(), startOf(kind, expected), 1e-7);
    });

    if (constants.some((constant, i) => constant < problem.lower[i])) continue; // A season that stands still: nor is that.

    test(`${name}, season ${kind}: no worse by likelihood than statsforecast's search`, () => {
      const ours = problem.evaluate(constantsOf(kind, fitted(modelOf[kind], values, length)));
      // 0.1 of −2 log likelihood: the search stops where a step promises less than half of that.
      assert.ok(ours <= expected.criterion + 0.1, `${ours} > ${expected.criterion}`);
    });
  }
}

const gappy = sales(200, 20, 5).map((value, t) => (t % 11 === 4 || (t > 90 && t < 99) ? Number.NaN : value));

for (const [kind, model] of Object.entries(modelOf) as [CesKind, Model][]) {
  test(`${model.name}: the search's errors are the recursion's, gaps and all, and its derivatives those of the criterion`, () => {
    const problem = problemOf(kind, gappy, 7);
    const point = Float64Array.of(1.2, 0.98, kind === 'full' ? 1.1 : 0.1, 0.99).slice(
      0,
      problem.lower.length,
    );
    const value = problem.evaluate(point);
    const recursion = { form: formOf(kind), season: kind === 'none' ? 1 : 7, constants: point };
    assertClose([criterionOf(recursion, problem.start(), gappy)], [value], 1e-9);
    const gradient = new Float64Array(point.length);
    problem.derivatives(gradient, new Float64Array(point.length ** 2));
    const differences = point.map((_, i) => {
      const [less, more] = [-1e-6, 1e-6].map((step) => problem.evaluate(point.with(i, point[i] + step)));
      return (more - less) / 2e-6;
    });
    // 1e-5: differences of a criterion near 1,000 over steps of a millionth keep about six digits.
    assertClose(gradient, differences, 1e-5);
  });

  test(`${model.name}: sampled paths spread as far as its deviations say, around its means`, () => {
    const fit = fitted(model, gappy);
    const paths = 4000;
    const sampled = fit.simulate!(10, paths, randomStream(1));
    const [means, deviations] = [fit.forecast(10), fit.deviations!(10)];
    for (let h = 0; h < 10; h++) {
      const column = Float64Array.from({ length: paths }, (_, p) => sampled[p * 10 + h]);
      const mean = column.reduce((sum, value) => sum + value, 0) / paths;
      const spread = Math.sqrt(column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (paths - 1));
      // Four standard errors of a mean and of a deviation over 4,000 draws.
      assert.ok(Math.abs(mean - means[h]) < (4 * deviations[h]) / Math.sqrt(paths));
      assert.ok(Math.abs(spread / deviations[h] - 1) < 4 / Math.sqrt(2 * paths));
    }
  });
}

test('the automatic choice has the smallest AICc of all kinds that can be fitted', () => {
  for (const { values, season } of references) {
    const least = Math.min(
      ...Object.values(modelOf)
        .map((model) => model.fit({ values: Float64Array.from(values), season }))
        .map((fit) => (isFailure(fit) ? Number.POSITIVE_INFINITY : fit.likelihood!.aicc)),
    );
    // 1: a kind is searched from where a simpler one ended, and where there are several hills may end on another.
    assert.ok(fitted(autoCes, values, season).likelihood!.aicc <= least + 1);
  }
});

test('a warm start ends no worse by likelihood than a cold one', () => {
  const values = sales(300, 15, 8);
  const earlier = fitted(autoCes, values.subarray(0, 272));
  const warm = autoCes.fit({ values, season: 7 }, earlier);
  assert.ok(!isFailure(warm));
  // 1: as above.
  assert.ok(warm.likelihood!.aicc <= fitted(autoCes, values).likelihood!.aicc + 1);
});

test('a warm start from growth that a longer history does not bear out is no hindrance', () => {
  const values = Float64Array.from(
    { length: 300 },
    (_, t) => 1.05 ** Math.min(t, 40) * (1 + 0.1 * Math.sin(t)),
  );
  const warm = ces.fit({ values, season: 1 }, fitted(ces, values.subarray(0, 40), 1));
  assert.ok(!isFailure(warm));
  assert.ok(warm.likelihood!.aicc <= fitted(ces, values, 1).likelihood!.aicc + 1);
});

test('a constant stays, at any size', () => {
  for (const size of [1e-12, 7, 1e12])
    assertClose(
      fitted(autoCes, new Float64Array(40).fill(size))
        .forecast(20)
        .map((value) => value / size),
      new Float64Array(20).fill(1),
      1e-6,
    );
});

test('no forecast grows by more than three per cent a period, however short and steep the history', () => {
  for (const steepness of [1.2, 1.5, 2]) {
    const values = Float64Array.from({ length: 12 }, (_, t) => steepness ** t);
    const forecast = fitted(ces, values, 1).forecast(60);
    for (let h = 30; h < 60; h++) assert.ok(Math.abs(forecast[h]) <= 1.0301 * Math.abs(forecast[h - 1]));
  }
});

test('no forecast grows more than tenfold over as long again as the history, however fast that grew', () => {
  for (const length of [100, 400]) {
    const values = Float64Array.from({ length }, (_, t) => 1.04 ** t * (1 + 0.1 * Math.sin(t)));
    const forecast = fitted(ces, values, 1).forecast(length + 20);
    // From the twentieth step on, where what dies out has died out.
    assert.ok(forecast[length + 19] > forecast[19] && forecast[length + 19] <= 10.01 * forecast[19]);
  }
});

test('what is too short for its constants, or for its season, is said to be so', () => {
  for (const [model, length] of [
    [autoCes, 4],
    [ces, 4],
    [partialSeasonalCes, 13],
  ] as const) {
    const fit = model.fit({ values: new Float64Array(length).fill(3), season: 7 });
    assert.ok(isFailure(fit));
    assert.equal(fit.cause, 'history-too-short');
  }
});
