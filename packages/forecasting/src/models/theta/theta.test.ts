import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isFailure, type Model } from '../../contract.ts';
import { randomStream } from '../../kernels/chance/random.ts';
import { lineOf } from '../../kernels/theta/line.ts';
import { type ThetaConstants, thetaMean, thetaStart, thetaStep } from '../../kernels/theta/state.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { sales } from '../../testing/series.ts';
import { autoTheta } from './auto-theta.ts';
import { dynamicOptimizedTheta } from './dynamic-optimized-theta.ts';
import { dynamicTheta } from './dynamic-theta.ts';
import { fittedTheta } from './fitted-theta.ts';
import { optimizedTheta } from './optimized-theta.ts';
import { seasonOf, withoutSeason } from './seasonal-adjustment.ts';
import { theta } from './theta.ts';

interface Reference {
  readonly alpha: number;
  readonly theta: number;
  readonly initialLevel: number;
  readonly chosen: 'STM' | 'OTM' | 'DSTM' | 'DOTM';
  readonly criterion: number;
  readonly season: 'none' | 'additive' | 'multiplicative';
  readonly mean: readonly number[];
  readonly unitDeviations?: readonly number[];
}

interface ReferenceSeries {
  readonly name: string;
  readonly season: number;
  readonly values: readonly number[];
  readonly models: Readonly<Record<string, Reference>>;
  readonly thetaf?: {
    readonly alpha: number;
    readonly initialLevel: number;
    readonly variance: number;
    readonly mean: readonly number[];
    readonly upper95: readonly number[];
  };
}

/** What statsforecast 2.1.1 and R's forecast 8.20 made of series; fixtures/theta/make_theta.py writes it. */
const { horizon, series: references }: { horizon: number; series: readonly ReferenceSeries[] } = JSON.parse(
  readFileSync(new URL('../../../fixtures/theta/theta.json', import.meta.url), 'utf8'),
);

const thetaModels: readonly Model[] = [theta, optimizedTheta, dynamicTheta, dynamicOptimizedTheta, autoTheta];

/** The series as a Theta model looks at it. */
function adjustedOf({ values, season }: ReferenceSeries) {
  const history = Float64Array.from(values);
  const found = seasonOf(history, season);
  return { history, season: found, adjusted: withoutSeason(history, found) };
}

function constantsOf(
  { alpha, theta, initialLevel, chosen }: Reference,
  adjusted: Float64Array,
): ThetaConstants {
  const line = chosen === 'STM' || chosen === 'OTM' ? lineOf(adjusted) : undefined;
  return { alpha, lineWeight: 1 - 1 / theta, initialLevel, line };
}

/** The models' criterion: squared errors from the fourth on over the mean size, by the recursion, one value at a time. */
function criterionOf(adjusted: Float64Array, constants: ThetaConstants): number {
  const state = thetaStart(constants.initialLevel);
  let squares = 0;
  for (let t = 0; t < adjusted.length; t++) {
    if (t >= 3) squares += (adjusted[t] - thetaMean(state, constants)) ** 2;
    thetaStep(state, adjusted[t], constants.alpha);
  }
  return squares / (adjusted.reduce((sum, value) => sum + Math.abs(value), 0) / adjusted.length);
}

for (const reference of references) {
  const { history, season, adjusted } = adjustedOf(reference);

  test(`${reference.name}: a season is found, and taken out, where and as statsforecast does`, () => {
    const kind = season.indices.length === 1 ? 'none' : season.multiplicative ? 'multiplicative' : 'additive';
    assert.equal(kind, reference.models.theta.season);
  });

  for (const model of thetaModels) {
    const expected = reference.models[model.name];
    const constants = constantsOf(expected, adjusted);

    test(`${reference.name}, ${model.name}: with statsforecast's constants its criterion and forecasts come out`, () => {
      // 1e-8: the same sums in another order.
      assertClose([criterionOf(adjusted, constants)], [expected.criterion], 1e-8);
      const input = { values: history, season: reference.season };
      const fit = fittedTheta(model.name, input, adjusted, { constants, variance: 1, season });
      assertClose(fit.forecast(horizon), expected.mean, 1e-8);
      if (!expected.unitDeviations) return;
      // 1e-6: a mark is the difference of two paths, which loses digits.
      assertClose(fit.deviations!(horizon), expected.unitDeviations, 1e-6);
    });

    test(`${reference.name}, ${model.name}: no worse by its own criterion than statsforecast's search`, () => {
      const { parameters } = fitted(model, history, reference.season);
      const found: ThetaConstants = {
        alpha: parameters.alpha,
        lineWeight: 1 - 1 / parameters.theta,
        initialLevel: parameters.initialLevel,
        line: parameters.dynamic ? undefined : lineOf(adjusted),
      };
      // A millionth: α is found to a thousandth, at the flat bottom of the criterion.
      assert.ok(criterionOf(adjusted, found) <= expected.criterion * (1 + 1e-6));
    });
  }

  const { thetaf } = reference;
  if (!thetaf) continue;
  test(`${reference.name}: with the smoothing of R's thetaf the standard Theta gives R's forecasts`, () => {
    const line = lineOf(adjusted);
    // R smooths the series and adds the drift afterwards; here half of the line as it is at time 1 is within the level.
    const initialLevel = thetaf.initialLevel - (line.intercept + line.slope) / 2;
    const constants = { alpha: thetaf.alpha, lineWeight: 0.5, initialLevel, line };
    const { variance } = thetaf;
    const fit = fittedTheta('theta', { values: history, season: reference.season }, adjusted, {
      constants,
      variance,
      season,
    });
    // 1e-7: R's decomposition and its C code of smoothing sum in another order, and its output has 15 digits.
    assertClose(fit.forecast(horizon), thetaf.mean, 1e-7);
    if (season.indices.length > 1) return; // R leaves the interval's width unadjusted for the season; ours goes with it.
    const upper = fit
      .forecast(horizon)
      .map((mean, h) => mean + 1.959963984540054 * fit.deviations!(horizon)[h]);
    assertClose(upper, thetaf.upper95, 1e-7);
  });
}

const gappy = sales(200, 20, 5).map((value, t) => (t % 11 === 4 || (t > 90 && t < 99) ? Number.NaN : value));

for (const model of thetaModels) {
  test(`${model.name}: no other constants nearby have a smaller squared error`, () => {
    const season = seasonOf(gappy, 7);
    const adjusted = withoutSeason(gappy, season);
    const { parameters } = fitted(model, gappy);
    const line = parameters.dynamic ? undefined : lineOf(adjusted);
    const errorAt = (alpha: number, lineWeight: number, initialLevel: number): number => {
      const constants = { alpha, lineWeight, initialLevel, line };
      const state = thetaStart(initialLevel);
      let squares = 0;
      let seen = 0;
      for (const value of adjusted) {
        if (!Number.isNaN(value) && seen++ >= 3) squares += (value - thetaMean(state, constants)) ** 2;
        thetaStep(state, value, alpha);
      }
      return squares;
    };
    const { alpha, initialLevel } = parameters;
    const weight = 1 - 1 / parameters.theta;
    const least = errorAt(alpha, weight, initialLevel) * (1 - 1e-6);
    for (const factor of [0.98, 1.02]) {
      assert.ok(errorAt(Math.max(0.1, alpha * factor), weight, initialLevel) >= least);
      assert.ok(errorAt(alpha, weight, initialLevel * factor) >= least);
      const free = model !== theta && model !== dynamicTheta;
      if (free) assert.ok(errorAt(alpha, Math.min(1, weight * factor), initialLevel) >= least);
    }
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

  test(`${model.name}: a warm start ends where a cold one does`, () => {
    const values = sales(300, 15, 8);
    const earlier = fitted(model, values.subarray(0, 272));
    const warm = model.fit({ values, season: 7 }, earlier);
    assert.ok(!isFailure(warm));
    assertClose(warm.forecast(14), fitted(model, values).forecast(14), 1e-3);
  });

  test(`${model.name}: what is too short for its constants is said to be so`, () => {
    const fit = model.fit({ values: Float64Array.of(3, 4, 5, 4, 5), season: 1 });
    assert.ok(isFailure(fit));
    assert.equal(fit.cause, 'history-too-short');
  });

  test(`${model.name}: a straight line goes on, and a constant stays`, () => {
    const flat = fitted(model, new Float64Array(30).fill(7), 7).forecast(5);
    assertClose(flat, [7, 7, 7, 7, 7], 1e-9);
    const rising = fitted(
      model,
      Float64Array.from({ length: 60 }, (_, t) => 10 + 2 * t),
      1,
    );
    const [first, second] = rising.forecast(2);
    assert.ok(Math.abs(first - 130) < 2 && second > first && second - first <= 2 + 1e-6);
  });
}

test('of a line that stays, a value not observed takes away nothing but itself: as if the mean had come', () => {
  const constants = { alpha: 0.3, lineWeight: 0.7, initialLevel: 4, line: { intercept: 10, slope: 0.5 } };
  const [skipped, filled] = [thetaStart(4), thetaStart(4)];
  for (const value of [12, 11, Number.NaN, Number.NaN, 13, Number.NaN]) {
    thetaStep(filled, Number.isNaN(value) ? thetaMean(filled, constants) : value, constants.alpha);
    thetaStep(skipped, value, constants.alpha);
    assertClose([thetaMean(skipped, constants)], [thetaMean(filled, constants)], 1e-12);
  }
});
