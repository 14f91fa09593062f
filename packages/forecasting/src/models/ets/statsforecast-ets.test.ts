import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forgets } from '../../kernels/ets/admissible.ts';
import { evaluateEts } from '../../kernels/ets/fit.ts';
import type { EtsForm } from '../../kernels/ets/form.ts';
import { fitForm } from '../../kernels/ets/one-form.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { assertClose } from '../../testing/close.ts';
import { type EtsReferenceFit, etsReferences, formOf, pointOf } from '../../testing/ets-references.ts';
import { fitted } from '../../testing/fit.ts';
import { autoEts } from './auto-ets.ts';
import { fittedEts } from './fitted-ets.ts';

/** The same recursion in another order of operations. */
const ROUNDING = 1e-9;
/** Searches stop where less than 0.001 is to be gained. */
const ARRIVED = 0.01;

const { horizon, series } = etsReferences('statsforecast-ets.json');

for (const { name, season, values, fits, automaticAicc } of series) {
  const history = Float64Array.from(values);
  const space = new EtsWorkspace(history);
  for (const reference of fits) {
    const form = formOf(reference);
    const label = `${reference.name}(${reference.form}) of sales of ${name}`;

    test(`at statsforecast's constants and states our likelihood, errors and means are its own: ${label}`, () => {
      const fit = evaluateEts(form, season, space, pointOf(reference, season));
      assertClose([-fit.deviance / 2], [reference.logLikelihood], ROUNDING);
      assertClose([fit.aicc], [reference.aicc], ROUNDING);
      assertClose([fit.squaredError], [reference.squaredError], ROUNDING);
      const ours = fittedEts('ets', fit, { values: history, season });
      // statsforecast 2.1.1 adds up φ + φ + φ² + … + φ^(h−1) where Gardner & McKenzie's sum is φ + φ² + … + φ^h.
      const { phi } = fit.constants;
      const theirs = ours.forecast(horizon).map((value, h) => {
        const slip = (phi - phi ** (h + 1)) * fit.end[1];
        return value + (form.season === 'M' ? slip * fit.end[2 + ((history.length + h) % season)] : slip);
      });
      assertClose(theirs, reference.mean, ROUNDING);
    });

    test(`its prediction intervals are ours but for the degrees of freedom: ${label}`, () => {
      const fit = evaluateEts(form, season, space, pointOf(reference, season));
      const ours = fittedEts('ets', fit, { values: history, season }).deviations?.(horizon);
      const { deviations } = reference;
      if (deviations === undefined) return assert.equal(ours, undefined);
      // It divides the squared errors by two fewer than R and we do.
      const spare = history.length - fit.parameterCount + 1;
      const rescaled = deviations.map((deviation) => deviation * Math.sqrt((spare - 2) / spare));
      // It counts the horizon's whole seasons at every step, so that where there is one only the last step is right.
      const from = form.season === 'N' ? 0 : horizon - 1;
      assertClose(ours?.subarray(from) ?? [], rescaled.slice(from), ROUNDING);
    });

    if (withinBounds(reference, form, season))
      test(`our search ends no less likely than statsforecast's: ${label}`, () => {
        const fit = fitForm(form, season, space);
        assert.ok(fit && fit.aicc <= reference.aicc + ARRIVED, `${fit?.aicc}, not ${reference.aicc}`);
      });
  }

  test(`the form chosen for sales of ${name} has no higher AICc than statsforecast's choice`, () => {
    const aicc = fitted(autoEts, values, season).likelihood?.aicc ?? Number.NaN;
    assert.ok(aicc <= automaticAicc + ARRIVED, `${aicc}, not ${automaticAicc}`);
  });
}

/** statsforecast 2.1.1 lets β exceed α, and γ what α leaves, and does not look whether old errors die out. */
function withinBounds(
  { constants: [alpha, beta, gamma, phi] }: EtsReferenceFit,
  form: EtsForm,
  season: number,
) {
  const usual = beta <= alpha && gamma <= 1 - alpha;
  return usual && (form.season === 'N' || forgets({ alpha, beta, gamma, phi }, season));
}
