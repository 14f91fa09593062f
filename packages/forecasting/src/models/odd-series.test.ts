import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FailureCause, isFailure, type Model, type SeriesInput } from '../contract.ts';
import { randomStream } from '../kernels/chance/random.ts';
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
/** Largest forecast in largest values: where the steepest line between two of the values has got to by then. */
const FARTHEST = 2 * HORIZON + 1;

/** What is wrong with a model's answer to a series; nothing where it says that it can't be fitted, and why. */
function wrongs(model: Model, values: Float64Array, season: number, known?: SeriesInput['known']): string[] {
  const fit = model.fit({ values, season, ...(known && { known }) });
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

/** Columns that are all the same, the same as another, mostly unknown, unknown ahead only, huge, or met ahead only. */
function covariatesOf(length: number): SeriesInput['known'] {
  const column = (value: (t: number) => number): Float64Array =>
    Float64Array.from({ length }, (_, t) => value(t));
  const columns = {
    always: column(() => 1),
    never: column(() => 0),
    promotion: column((t) => (t % 9 === 2 ? 1 : 0)),
    again: column((t) => (t % 9 === 2 ? 1 : 0)),
    unknown: column(() => Number.NaN),
    seldomKnown: column((t) => (t % 5 === 0 ? t : Number.NaN)),
    unknownAhead: column((t) => (t < length - HORIZON ? Math.sin(t) : Number.NaN)),
    huge: column((t) => 1e12 * (t % 4)),
    aheadOnly: column((t) => (t === length - 3 ? 1 : 0)),
    time: column((t) => t),
  };
  return { names: Object.keys(columns), columns: Object.values(columns) };
}

/** Sales, gaps, returns and numbers of any size, in any mixture. */
const anything = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 0, max: 20 }) },
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
    { weight: 1, arbitrary: fc.integer({ min: -20, max: -1 }) },
    { weight: 1, arbitrary: fc.double({ min: -1e12, max: 1e12, noNaN: true }) },
  ),
  { minLength: 1, maxLength: 70 },
);

for (const model of modelsNamed(modelNames)) {
  test(`${model.name} forecasts any odd series in numbers that are near it, or says why it can't`, () => {
    const found: string[] = [];
    for (const [name, values] of Object.entries(oddSeries))
      for (const season of SEASONS)
        for (const wrong of wrongs(model, values, season)) found.push(`${name}, season ${season}: ${wrong}`);
    assert.deepEqual(found, []);
  });

  test(`${model.name} forecasts whatever a generator can think of in numbers, or says why it can't`, () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 1, max: 13 }), (numbers, season) => {
        assert.deepEqual(wrongs(model, Float64Array.from(numbers), season), []);
      }),
      { numRuns: 30, seed: 20261122 },
    );
  });

  test(`${model.name} forecasts any odd series beside odd covariates in numbers, or says why it can't`, () => {
    const found: string[] = [];
    for (const [name, values] of Object.entries(oddSeries))
      for (const wrong of wrongs(model, values, 7, covariatesOf(values.length + HORIZON)))
        found.push(`${name}: ${wrong}`);
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
