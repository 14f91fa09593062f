import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evaluateEts } from '../../kernels/ets/fit.ts';
import { fitForm } from '../../kernels/ets/one-form.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { assertClose } from '../../testing/close.ts';
import { etsReferences, formOf, pointOf } from '../../testing/ets-references.ts';
import { fitted } from '../../testing/fit.ts';
import { autoDampedEts } from './auto-damped-ets.ts';
import { autoEts } from './auto-ets.ts';
import { fittedEts } from './fitted-ets.ts';

/** The same recursion in another order of operations. */
const ROUNDING = 1e-9;
/** Searches stop where less than 0.001 is to be gained; R stops its own somewhere near. */
const ARRIVED = 0.01;

const ADDED_AND_DAMPED = { ANN: true, AAdN: true, ANA: true, AAdA: true };

const { horizon, series } = etsReferences('r-ets.json');

for (const { name, season, values, fits, automaticAicc } of series) {
  const history = Float64Array.from(values);
  const space = new EtsWorkspace(history);
  for (const reference of fits) {
    const form = formOf(reference);
    const label = `ETS(${reference.form}) of ${name}`;

    test(`at R's constants and states our likelihood, errors and means are R's: ${label}`, () => {
      const fit = evaluateEts(form, season, space, pointOf(reference, season));
      assertClose([-fit.deviance / 2], [reference.logLikelihood], ROUNDING);
      assertClose([fit.aicc], [reference.aicc], ROUNDING);
      assertClose([fit.squaredError], [reference.squaredError], ROUNDING);
      const ours = fittedEts('ets', fit, { values: history, season });
      // Where level and season are multiplied R gives their product's expectation, which differs once a season is over.
      const steps = form.season === 'M' ? Math.min(season, horizon) : horizon;
      // And forecast 8.20 adds up 1 + φ + … + φ^(h−1) there, where Gardner & McKenzie's sum is φ + φ² + … + φ^h.
      const undamped = form.season === 'M' ? fit.end[1] : 0;
      const theirs = ours.forecast(steps).map((value, h) => {
        const factor = fit.end[2 + ((history.length + h) % fit.season)];
        return value + undamped * (1 - fit.constants.phi ** (h + 1)) * factor;
      });
      assertClose(theirs, reference.mean.slice(0, steps), ROUNDING);
      const { deviations } = reference;
      if (deviations === undefined) return assert.equal(ours.deviations, undefined);
      // forecast 8.20 puts γ into ETS(A,N,A)'s second season instead of the first, so that it returns a step early.
      const slip = form.trend === 'N' && form.season === 'A';
      const exact = slip ? season - 1 : horizon;
      assertClose(ours.deviations?.(exact) ?? [], deviations.slice(0, exact), ROUNDING);
    });

    test(`our search ends no less likely than R's: ${label}`, () => {
      const fit = fitForm(form, season, space);
      assert.ok(fit && fit.aicc <= reference.aicc + ARRIVED, `${fit?.aicc}, not ${reference.aicc}`);
    });
  }

  test(`among what is added and damped no form R found for ${name} has a smaller AICc than ours`, () => {
    const damped = fits.filter(({ form: [error, trend, kind] }) => error + trend + kind in ADDED_AND_DAMPED);
    const best = Math.min(...damped.map(({ aicc }) => aicc));
    const aicc = fitted(autoDampedEts, values, season).likelihood?.aicc ?? Number.NaN;
    assert.ok(aicc <= best + ARRIVED, `${aicc}, not ${best}`);
  });

  test(`the form chosen for ${name} has no higher AICc than R's choice`, () => {
    const aicc = fitted(autoEts, values, season).likelihood?.aicc ?? Number.NaN;
    assert.ok(aicc <= automaticAicc + ARRIVED, `${aicc}, not ${automaticAicc}`);
  });
}
