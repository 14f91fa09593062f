import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFailure } from '../../contract.ts';
import { modelsNamed } from '../registry.ts';
import { combineInto } from './combine.ts';
import { shrinkRare } from './rare-demand.ts';

const floats = (...values: number[]) => Float64Array.from(values);
const history = Float64Array.from({ length: 60 }, (_, t) => 10 + (t % 7) + Math.sin(t));

function fit(name: string, values = history) {
  const fitted = modelsNamed([name])[0].fit({ values, season: 7 });
  if (isFailure(fitted)) throw new Error(fitted.cause);
  return fitted;
}

test('the mean of forecasts is their mean, at every step and at every origin of a replay', () => {
  const [a, b, both] = [fit('ses'), fit('seasonal-naive'), fit('mean(ses,seasonal-naive)')];
  const [forecastA, forecastB] = [a.forecast(9), b.forecast(9)];
  both.forecast(9).forEach((value, h) => {
    assert.ok(Math.abs(value - (forecastA[h] + forecastB[h]) / 2) < 1e-12);
  });
  const origins = Int32Array.of(20, 33, 59);
  const [replayA, replayB] = [a.replay(origins, 5), b.replay(origins, 5)];
  both.replay(origins, 5).forEach((value, i) => {
    assert.ok(Math.abs(value - (replayA[i] + replayB[i]) / 2) < 1e-12);
  });
});

test('weights are shares of the members that could be fitted', () => {
  const [{ withWeights }] = modelsNamed(['weighted(ses,holt-winters,naive)']) as unknown as [
    import('./combination.ts').Combination,
  ];
  const weighted = withWeights(
    new Map([
      ['ses', 3],
      ['naive', 1],
      ['holt-winters', 4],
    ]),
  );
  // Nine values are too few for Holt-Winters: three quarters and one quarter are left.
  const fitted = weighted.fit({ values: history.subarray(0, 9), season: 7 });
  assert.ok(!isFailure(fitted));
  assert.deepEqual(fitted.parameters, { naive: 0.25, ses: 0.75 });
});

test('the median of an even number is the mean of the two in the middle; NaN is left out; all NaN is NaN', () => {
  const into = new Float64Array(3);
  const forecasts = [floats(1, 9, NaN), floats(5, NaN, NaN), floats(3, 1, NaN), floats(100, 2, NaN)];
  combineInto(into, 'median', forecasts, [1, 1, 1, 1]);
  assert.deepEqual(into, floats(4, 2, NaN));
  combineInto(into, 'weighted', forecasts, [0, 3, 1, 0]);
  assert.deepEqual(into, floats(4.5, 1, NaN));
});

test('a combination of which no member can be fitted is a failure with a cause', () => {
  const failed = modelsNamed(['mean(holt-winters,ses)'])[0].fit({ values: floats(NaN, NaN), season: 7 });
  assert.ok(isFailure(failed));
  assert.equal(failed.cause, 'no-observations');
});

test('huge forecasts are averaged without overflow', () => {
  const into = new Float64Array(1);
  combineInto(into, 'mean', [floats(1.5e308), floats(1.7e308)], [1, 1]);
  assert.ok(Math.abs(into[0] / 1.6e308 - 1) < 1e-12);
});

test('names: unknown members, single members and combinations within combinations are refused', () => {
  for (const name of [
    'mean(ses,prophet)',
    'mean(ses)',
    'mean(ses,ses)',
    'mean(ses,mean(naive,tsb))',
    'sum(ses,tsb)',
  ])
    assert.throws(() => modelsNamed([name]), { code: 'unknown_model' }, name);
  assert.equal(modelsNamed([' mean( ses , tsb ) '])[0].name, 'mean(ses,tsb)');
});

test('few demands draw a forecast to the rate that they allow, many leave it', () => {
  const drawn = (forecast: number, values: readonly number[], end = values.length): number => {
    const into = floats(forecast);
    shrinkRare(into, Float64Array.from(values), end);
    return into[0];
  };
  const quiet = (periods: number) => new Array<number>(periods).fill(0);
  // One demand of 4, a period or two years old: half a demand of 4 in 10 and in 33 periods, whatever was forecast.
  assert.ok(Math.abs(drawn(4, [4]) - (0.5 / 10) * 4) < 1e-12);
  assert.ok(Math.abs(drawn(0, [4, ...quiet(23)]) - (0.5 / 33) * 4) < 1e-12);
  // Before the first demand nothing was seen; what was not observed is no period.
  assert.equal(drawn(3, [0, 0, 4], 2), 0);
  assert.equal(drawn(4, [4, Number.NaN]), drawn(4, [4]));
  // Eleven demands in eleven periods: half of the forecast, less a twelfth, and half of the rate.
  assert.ok(
    Math.abs(drawn(6, new Array<number>(11).fill(6)) - ((0.5 * 11 * 6) / 12 + 0.5 * (10.5 / 20) * 6)) < 1e-12,
  );
  assert.ok(Math.abs(drawn(2, new Array<number>(900).fill(2)) - 2) < 0.01);
});
