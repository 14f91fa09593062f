import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FailureCause, isFailure, type Model } from '../contract.ts';
import { randomStream } from '../kernels/random.ts';
import { oddSeries } from '../testing/odd-series.ts';
import { modelNames, modelsNamed } from './registry.ts';

const CAUSES: Record<FailureCause, true> = {
  'no-observations': true,
  'history-too-short': true,
  'no-sales': true,
  'not-positive': true,
  'no-covariates': true,
  'not-finite': true,
};
const HORIZON = 30;
const SEASONS = [1, 7, 12];
/** Largest forecast in largest values: what a line or a growth that the history shows reaches in half its length. */
const FARTHEST = 20;

/** What is wrong with a model's answer to a series; nothing where it says that it can't be fitted, and why. */
function wrongs(model: Model, values: Float64Array, season: number): string[] {
  const fit = model.fit({ values, season });
  if (isFailure(fit)) return CAUSES[fit.cause] ? [] : [`cause ${fit.cause}`];
  const found: string[] = [];
  if (fit.model !== model.name) found.push(`its fit is called ${fit.model}`);
  for (const [name, value] of Object.entries(fit.parameters))
    if (!Number.isFinite(value)) found.push(`parameter ${name} is ${value}`);
  const judge = (what: string, numbers: ArrayLike<number>, length: number, sound: (x: number) => boolean) => {
    if (numbers.length !== length) found.push(`${what}: ${numbers.length} numbers`);
    const bad = Array.from(numbers).find((value) => !sound(value));
    if (bad !== undefined) found.push(`${what}: ${bad}`);
  };
  const size = values.reduce((most, value) => (Math.abs(value) > most ? Math.abs(value) : most), 0);
  const near = (value: number): boolean => Math.abs(value) <= FARTHEST * size;
  judge('forecast', fit.forecast(HORIZON), HORIZON, near);
  // A replay may know nothing yet after the first value; then it says NaN.
  const rows = fit.replay(Int32Array.of(1, values.length), HORIZON);
  judge('early replay', rows.subarray(0, HORIZON), HORIZON, (value) => Math.abs(value) !== Infinity);
  judge('last replay', rows.subarray(HORIZON), HORIZON, near);
  if (fit.deviations)
    judge('deviation', fit.deviations(HORIZON), HORIZON, (value) => value >= 0 && value < Infinity);
  if (fit.simulate) judge('path', fit.simulate(5, 3, randomStream(1)), 15, Number.isFinite);
  if (fit.likelihood) judge('AICc', [fit.likelihood.aicc], 1, (value) => !Number.isNaN(value));
  return found;
}

for (const model of modelsNamed(modelNames)) {
  test(`${model.name} forecasts any odd series in numbers that are near it, or says why it can't`, () => {
    const found: string[] = [];
    for (const [name, values] of Object.entries(oddSeries))
      for (const season of SEASONS)
        for (const wrong of wrongs(model, values, season)) found.push(`${name}, season ${season}: ${wrong}`);
    assert.deepEqual(found, []);
  });

  test(`${model.name} leaves the series as it was`, () => {
    for (const values of Object.values(oddSeries)) {
      const before = values.slice();
      model.fit({ values, season: 7 });
      assert.deepEqual(values, before);
    }
  });
}
