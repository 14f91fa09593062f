import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tsb as smoothTsb } from '../../kernels/intermittent/croston.ts';
import { meanInterval } from '../../kernels/intermittent/demands.ts';
import { assertClose } from '../../testing/close.ts';
import { fitted } from '../../testing/fit.ts';
import { adida } from './adida.ts';
import { croston } from './croston.ts';
import { crostonOptimized } from './croston-optimized.ts';
import { crostonSba } from './croston-sba.ts';
import { imapa } from './imapa.ts';
import { tsb } from './tsb.ts';

interface IntermittentReference {
  readonly name: string;
  readonly values: readonly number[];
  readonly croston: number;
  readonly crostonSba: number;
  readonly crostonOptimized: number;
  readonly sizeAlpha: number;
  readonly intervalAlpha: number;
  readonly tsb: number;
  readonly bucket: number;
  /** Of buckets of 1, 2, … periods. */
  readonly alphas: readonly number[];
  readonly adida: number;
  readonly imapa: number;
}

const { series }: { series: IntermittentReference[] } = JSON.parse(
  readFileSync(new URL('../../../fixtures/intermittent/intermittent.json', import.meta.url), 'utf8'),
);
const fromR: { series: { name: string; season: number; values: number[]; croston: number }[] } = JSON.parse(
  readFileSync(new URL('../../../fixtures/simple/r.json', import.meta.url), 'utf8'),
);

/** The same recursion in another order of operations. */
const ROUNDING = 1e-12;
/**
 * Forecasts where both searched: α is found to about 1 % here and to 1e-12 there, at errors that agree to 1e-5, and the
 * forecast moves by less than a tenth of what α does.
 */
const SEARCHED = 1e-3;
/** What our error may exceed the one of golden section by, relatively. */
const EXCESS = 1e-5;

/** Sum of squared one-step errors of smoothing begun at the first value, written out. */
function smoothingError(values: readonly number[], alpha: number): number {
  let level = values[0];
  let sum = 0;
  for (const value of values) {
    sum += (value - level) ** 2;
    level = alpha * value + (1 - alpha) * level;
  }
  return sum;
}

function bucketsOf(values: readonly number[], size: number): number[] {
  const cut = values.slice(values.length % size);
  return Array.from({ length: cut.length / size }, (_, i) =>
    cut.slice(i * size, (i + 1) * size).reduce((sum, value) => sum + value, 0),
  );
}

for (const reference of series) {
  const { name, values } = reference;

  test(`Croston and Croston–SBA are statsforecast's on ${name}`, () => {
    assertClose(fitted(croston, values).forecast(1), [reference.croston], ROUNDING);
    assertClose(fitted(crostonSba, values).forecast(1), [reference.crostonSba], ROUNDING);
  });

  test(`optimised Croston finds errors as small as golden section on ${name}`, () => {
    const fit = fitted(crostonOptimized, values);
    const demands = values.filter((value) => value > 0);
    const places = values.flatMap((value, t) => (value > 0 ? [t + 1] : []));
    const intervals = places.map((place, i) => place - (places[i - 1] ?? 0));
    const { sizeAlpha, intervalAlpha } = fit.parameters;
    const excess = (sample: number[], ours: number, theirs: number): void =>
      assert.ok(smoothingError(sample, ours) <= (1 + EXCESS) * smoothingError(sample, theirs));
    excess(demands, sizeAlpha, reference.sizeAlpha);
    excess(intervals, intervalAlpha, reference.intervalAlpha);
    assertClose(fit.forecast(1), [reference.crostonOptimized], SEARCHED);
  });

  test(`ADIDA adds up as many periods as statsforecast's and forecasts the same on ${name}`, () => {
    const fit = fitted(adida, values);
    assert.equal(fit.parameters.bucket, reference.bucket);
    const buckets = bucketsOf(values, reference.bucket);
    const theirs = smoothingError(buckets, reference.alphas.at(-1)!);
    assert.ok(smoothingError(buckets, fit.parameters.alpha) <= (1 + EXCESS) * theirs);
    assertClose(fit.forecast(1), [reference.adida], SEARCHED);
  });

  test(`IMAPA forecasts what statsforecast's does on ${name}`, () => {
    assertClose(fitted(imapa, values).forecast(1), [reference.imapa], SEARCHED);
  });

  test(`the TSB kernel from the same start is statsforecast's on ${name}`, () => {
    // statsforecast starts both smoothings at their own first value; the first demand then changes nothing.
    const state = { size: values.find((value) => value > 0)!, probability: values[0] > 0 ? 1 : 0 };
    smoothTsb(Float64Array.from(values), 0, values.length, 0.1, 0.1, state);
    assertClose([state.size * state.probability], [reference.tsb], ROUNDING);
  });

  test(`TSB's constants leave no larger error than 0.1 and 0.1 from the same start on ${name}`, () => {
    const { sizeAlpha, probabilityAlpha } = fitted(tsb, values).parameters;
    const history = Float64Array.from(values);
    const squaredError = (size: number, probability: number): number =>
      smoothTsb(history, 0, history.length, size, probability, tsbStart(values));
    assert.ok(squaredError(sizeAlpha, probabilityAlpha) <= squaredError(0.1, 0.1));
  });
}

/** TSB's start, written out: the first 14 periods, or as many as a first demand takes. */
function tsbStart(values: readonly number[]): { size: number; probability: number } {
  const seen = values.slice(0, Math.max(14, values.findIndex((value) => value > 0) + 1));
  const demands = seen.filter((value) => value > 0);
  return {
    size: demands.reduce((sum, value) => sum + value, 0) / demands.length,
    probability: demands.length / seen.length,
  };
}

for (const { name, season, values, croston: theirs } of fromR.series)
  test(`Croston is R's on ${name}`, () => {
    assertClose(fitted(croston, values, season).forecast(1), [theirs], ROUNDING);
  });

const MODELS = [croston, crostonSba, crostonOptimized, tsb, adida, imapa];
const lumpy = [0, 0, 4, 0, 0, 0, 2, 0, 6, 0, 0, 0, 0, 3, 0, 2, 0, 0, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 7, 0];

for (const model of MODELS) {
  test(`${model.name} forecasts one rate for all steps, in the scale of the values`, () => {
    const forecast = fitted(model, lumpy).forecast(5);
    assert.ok(forecast.every((rate) => rate === forecast[0] && rate > 0.3 && rate < 2));
    const scaled = fitted(
      model,
      lumpy.map((value) => value * 16),
    ).forecast(5);
    assert.deepEqual(
      scaled,
      forecast.map((rate) => rate * 16),
    );
  });

  test(`${model.name} replays at each origin what its constants make of the values before it alone`, () => {
    const fit = fitted(model, lumpy);
    const origins = Int32Array.from({ length: lumpy.length }, (_, i) => i + 1);
    const rows = fit.replay(origins, 2);
    const changed = Float64Array.from(lumpy, (value, t) => (t < 20 ? value : value + 9));
    const again = fit.replay(origins, 2, { values: changed, season: 7 });
    assert.deepEqual(again.slice(0, 40), rows.slice(0, 40));
    assert.deepEqual(rows.slice(-2), fit.forecast(2));
    const jump = fit.replay(Int32Array.of(11, 23, 30), 2);
    for (const [r, origin] of [11, 23, 30].entries())
      assert.deepEqual(jump.slice(2 * r, 2 * r + 2), rows.slice(2 * (origin - 1), 2 * origin));
  });

  test(`${model.name} of a history without a demand says no sales`, () => {
    assert.deepEqual(model.fit({ values: new Float64Array(30), season: 7 }), { cause: 'no-sales' });
  });
}

for (const model of [tsb, adida, imapa])
  test(`${model.name} lets an item that stopped selling fade, as Croston does not`, () => {
    const stopped = [...lumpy, ...lumpy, ...new Array(60).fill(0)];
    assert.ok(fitted(model, stopped).forecast(1)[0] < 0.5 * fitted(croston, stopped).forecast(1)[0]);
  });

test('the mean interval is that of all intervals, the one before the first demand included', () => {
  assert.equal(meanInterval(Float64Array.from(lumpy)), Math.round((3 + 4 + 2 + 5 + 2 + 4 + 3 + 6) / 8));
  assert.equal(meanInterval(Float64Array.of(0, NaN, 0, NaN, 5)), 3);
});
