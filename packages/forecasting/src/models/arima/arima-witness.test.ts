import assert from 'node:assert/strict';
import { test } from 'node:test';
import { estimateExactly, estimateQuickly } from '../../kernels/arima/fit.ts';
import { ArimaSeries } from '../../kernels/arima/series.ts';
import { arimaValues, fromR, fromStatsforecast } from '../../testing/arima-references.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { autoArima } from './auto-arima.ts';
import { estimateOf, observedPart } from './estimate.ts';
import { fittedArima } from './fitted-arima.ts';

/** Two searches end this near to one top; what is missing for the same reason on the other side does no harm. */
const SAME_TOP = 1e-3;
/** A quantile of the normal: what an 80 % interval reaches on either side. */
const Z80 = 1.2815515655446004;

function estimated(series: string, order: readonly number[], seasonal: readonly number[], constant: boolean) {
  const { season } = fromR.series[series];
  const values = arimaValues(fromR.series[series].values);
  const observed = observedPart(values);
  assert.ok(observed);
  const [p, d, q] = order;
  const [P, D, Q] = seasonal;
  const estimate = estimateOf(observed.values, { d, D, season }, { p, q, P, Q }, constant);
  return { estimate, fit: fittedArima('arima', { values, season }, estimate) };
}

for (const witness of fromR.fits) {
  const { series, order, seasonal, constant } = witness;
  const name = `ARIMA(${order})(${seasonal})${constant ? ' with a constant' : ''} of ${series}`;
  const { estimate, fit } = estimated(series, order, seasonal, constant);
  const short = witness.logLikelihood - estimate.logLikelihood;

  test(`${name} is as likely as R's`, () => {
    // 1e-4: R's own search ends where a step gains 1e-12 of the value; the largest shortfall here is 8e-5.
    assert.ok(short < 1e-4, `short of R's by ${short}`);
  });

  // Where ours is the better top by more than rounding, R's constants and forecasts are another model's.
  if (Math.abs(short) < SAME_TOP) {
    test(`${name} has R's coefficients, forecasts and deviations`, () => {
      // 2e-3: near the top the likelihood is flat; 1e-4 of it is a hundredth of a standard error.
      assertClose(estimate.coefficients, witness.coefficients, 2e-3, 'coefficient');
      const forecast = fit.forecast(14);
      const deviations = fit.deviations?.(14) ?? [];
      // R divides by the observations, we by the degrees of freedom left.
      const divisor = Math.sqrt(witness.sigma2 / estimate.variance);
      for (let h = 0; h < 14; h++) {
        assert.ok(Math.abs(forecast[h] - witness.forecast[h]) < 2e-3 * witness.deviation[h], `step ${h}`);
        assertClose([deviations[h] * divisor], [witness.deviation[h]], 1e-3, `deviation ${h}`);
      }
    });
  }
}

for (const { series, order, seasonal, constant, ...witness } of fromStatsforecast.fits) {
  test(`ARIMA(${order})(${seasonal}) of ${series} is statsforecast's, forecasts and intervals`, () => {
    const { estimate, fit } = estimated(series, order, seasonal, constant);
    // 0.1: it starts differenced series around zero as R does, and ends its search earlier.
    assert.ok(estimate.logLikelihood > witness.logLikelihood - 0.1);
    const forecast = fit.forecast(14);
    const deviations = fit.deviations?.(14) ?? [];
    for (let h = 0; h < 14; h++) {
      const theirs = (witness.upper80[h] - witness.forecast[h]) / Z80;
      // A twentieth of a standard error, and of its size: what the earlier end of their search leaves.
      assert.ok(Math.abs(forecast[h] - witness.forecast[h]) < 0.05 * theirs, `step ${h}`);
      assertClose([deviations[h] / theirs], [1], 0.05, `deviation ${h}`);
    }
  });
}

for (const [who, choices] of [
  ['forecast', fromR.automatic],
  ['statsforecast', fromStatsforecast.automatic],
] as const)
  for (const witness of choices) {
    const { series } = witness;
    const fit = fitted(autoArima, arimaValues(fromR.series[series].values), fromR.series[series].season);

    test(`${series} is differenced as by ${who}, and its AICc is no worse`, () => {
      assert.deepEqual([fit.parameters.d, fit.parameters.D], [witness.d, witness.D]);
      // 0.02: R's likelihood of a differenced series is off by as much, because it looks for the first level around zero.
      assert.ok(
        fit.likelihood && fit.likelihood.aicc <= witness.aicc + 0.02,
        `${fit.likelihood?.aicc} against ${witness.aicc}`,
      );
    });

    const { p, q, P, Q, constant } = fit.parameters;
    const sameModel =
      [p, q, P, Q].every((count, i) => count === witness.terms[i]) && (constant !== 0) === witness.constant;
    const closeBy = Math.abs((fit.likelihood?.aicc ?? 0) - witness.aicc) < 0.02;
    if (sameModel && closeBy)
      test(`${series} is forecast as by ${who}, which chose the same model`, () => {
        const forecast = fit.forecast(14);
        for (let h = 0; h < 14; h++) {
          const deviation = (witness.upper80[h] - witness.forecast[h]) / Z80;
          assert.ok(Math.abs(forecast[h] - witness.forecast[h]) < 0.05 * deviation, `step ${h}`);
        }
      });
  }

test('a regression with ARIMA errors has R’s coefficients, slopes and their deviations (Lake Huron)', () => {
  const { values, column, ...witness } = fromR.regression;
  const series = new ArimaSeries(Float64Array.from(values), [Float64Array.from(column)], {
    d: 0,
    D: 0,
    season: 1,
  });
  const start = estimateQuickly(series, { p: 2, q: 0, P: 0, Q: 0 }, true).coefficients;
  const estimate = estimateExactly(series, { p: 2, q: 0, P: 0, Q: 0 }, true, start);
  assertClose([estimate.logLikelihood], [witness.logLikelihood], 1e-7);
  assertClose(estimate.coefficients, witness.coefficients, 1e-4);
  assertClose(estimate.slopes, witness.slopes, 1e-4);
  // R takes the deviation from the curvature of the whole likelihood, where ours holds the coefficients.
  const deviation = Math.sqrt((estimate.slopeVariances[1] * estimate.squaredError) / estimate.used);
  assertClose([deviation], [witness.slopeDeviation], 1e-2);
});

test('a regression with differenced errors and gaps is as likely as R’s, with its slope', () => {
  const { gaps, column, ...witness } = fromR.regression;
  const series = new ArimaSeries(arimaValues(gaps), [Float64Array.from(column)], { d: 1, D: 0, season: 1 });
  const terms = { p: 1, q: 1, P: 0, Q: 0 };
  const estimate = estimateExactly(series, terms, false, estimateQuickly(series, terms, false).coefficients);
  // 0.01: R looks for the first of levels near 580 around zero.
  assert.ok(estimate.logLikelihood > witness.gapsLogLikelihood - 0.01, `${estimate.logLikelihood}`);
  assertClose(estimate.slopes, [witness.gapsSlope], 0.02);
});
