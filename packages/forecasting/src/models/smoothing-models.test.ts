import assert from 'node:assert/strict';
import { test } from 'node:test';
import { additiveForecast, additivePass } from '../kernels/ets/additive-seasonal.ts';
import { evaluateEts } from '../kernels/ets/fit.ts';
import { EtsWorkspace } from '../kernels/ets/workspace.ts';
import { assertClose } from '../testing/close.ts';
import { fitted, oneStepSquaredError } from '../testing/fit.ts';
import { type EtsReference, references } from '../testing/references.ts';
import { holtWinters } from './ets/holt-winters.ts';
import { ses } from './ets/ses.ts';

/** The same recursion in another order of operations. */
const ROUNDING = 1e-10;
const SIMPLE = { error: 'A', trend: 'N', season: 'N' } as const;
const { season, horizon } = references;

for (const { name, values, ...reference } of references.series) {
  const history = Float64Array.from(values);
  const observed = history.length;

  test(`the smoothing kernel at a fixed α is statsforecast's SES on ${name}`, () => {
    const { alpha, mean } = reference.sesFixed;
    const constants = { alpha, beta: 0, gamma: 0, phi: 1 };
    const initial = Float64Array.of(history[0], 0, 0);
    const { end } = evaluateEts(SIMPLE, 1, new EtsWorkspace(history), { constants, initial });
    assertClose([end[0]], mean.slice(0, 1), ROUNDING);
  });

  test(`SES finds an error as small as AutoETS(A,N,N) on ${name}`, () => {
    const start = fitted(ses, values);
    const { alpha, initialLevel } = start.parameters;
    const first = (history[0] - initialLevel) ** 2;
    const ours = first + oneStepSquaredError(start, values);
    // 1e-5: α is found to 2 %, and the error is flat there; the largest excess here is 5e-7.
    assert.ok(ours <= reference.etsANN.squaredError * 1.00001, `${ours}, α ${alpha}`);
  });

  for (const [label, ets] of [
    ['ETS(A,N,A)', reference.etsANA],
    ['ETS(A,Ad,A)', reference.etsAAdA],
  ] as const) {
    if (!ets) continue;
    test(`the additive kernel with statsforecast's states and constants is its ${label} on ${name}`, () => {
      const { constants, state } = additiveOf(ets, ets === reference.etsAAdA);
      const squaredError = additivePass(history, 0, observed, season, constants, state);
      assertClose([squaredError], [ets.squaredError], 1e-9);
      const mean = new Float64Array(horizon);
      const { phi } = constants;
      const trend = state[1];
      additiveForecast(observed, season, constants.phi, state, mean, 0, horizon);
      // statsforecast 2.1.1 adds up φ + φ + φ² + … + φ^(h−1) where Gardner & McKenzie's sum is φ + φ² + … + φ^h.
      const theirs = mean.map((value, h) => value + (phi - phi ** (h + 1)) * trend);
      assertClose(theirs, ets.mean, 1e-9);
    });
  }

  const { etsANA, etsAAdA } = reference;
  if (etsANA && etsAAdA) {
    test(`Holt–Winters explains ${name} nearly as well as ETS, which fits the initial states too`, () => {
      const ours = oneStepSquaredError(fitted(holtWinters, values), values);
      // 1.1: states from seasons' means, shrunk by their credibility, against nine states fitted to 140 values; the largest here is 1.085.
      assert.ok(ours <= 1.1 * etsANA.squaredError, `${ours} against ${etsANA.squaredError}`);
    });

    test(`Holt–Winters forecasts ${name} within 0.3 standard errors of one of the two ETS`, () => {
      const mean = fitted(holtWinters, values).forecast(horizon);
      const standardError = Math.sqrt(etsANA.squaredError / observed);
      const distance = (ets: EtsReference): number =>
        Math.sqrt(mean.reduce((sum, value, h) => sum + (value - ets.mean[h]) ** 2, 0) / horizon) /
        standardError;
      // 0.3: what shrinking the season and not fitting the initial states may cost; the largest here is 0.23.
      assert.ok(Math.min(distance(etsANA), distance(etsAAdA)) < 0.3);
    });
  }
}

/** statsforecast lists the seasons backwards in time; here phase 0 comes first. */
function additiveOf(ets: EtsReference, trended: boolean) {
  const seasons = ets.start.slice(trended ? 2 : 1).toReversed();
  return {
    constants: {
      alpha: ets.constants.alpha,
      beta: ets.constants.beta ?? 0,
      gamma: ets.constants.gamma ?? 0,
      phi: ets.constants.phi ?? 1,
    },
    state: Float64Array.of(ets.start[0], trended ? ets.start[1] : 0, ...seasons),
  };
}
