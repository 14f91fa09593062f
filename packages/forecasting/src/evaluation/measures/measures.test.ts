import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import * as measures from './index.ts';

/** What utilsforecast makes of made-up forecasts; fixtures/measures/make_measures.py writes it. */
const witness = JSON.parse(
  readFileSync(new URL('../../../fixtures/measures/measures.json', import.meta.url), 'utf8'),
);
const [actual, forecast, simpler, quantiles] = ['actual', 'forecast', 'simpler', 'quantiles'].map((name) =>
  Float64Array.from(witness[name]),
);
const { horizon, levels, season } = witness;
const count = actual.length / horizon;
const offsets = Uint32Array.from({ length: count + 1 }, (_, i) => i * horizon);
const history = {
  values: Float64Array.from(witness.history.flat()),
  offsets: Uint32Array.of(
    0,
    ...witness.history.map((_: number[], i: number) => witness.history.slice(0, i + 1).flat().length),
  ),
};
const column = (j: number): Float64Array =>
  Float64Array.from(actual, (_, t) => quantiles[t * levels.length + j]);
/** Sums of ten doubles, added up in another order. */
const SAME = 1e-12;
const ours = {
  mae: measures.mae(actual, forecast, offsets),
  rmse: measures.rmse(actual, forecast, offsets),
  bias: measures.bias(actual, forecast, offsets),
  smape: measures.smape(actual, forecast, offsets),
  wape: measures.wape(actual, forecast, offsets),
  mase: measures.mase(actual, forecast, offsets, history, season),
  rmsse: measures.rmsse(actual, forecast, offsets, history),
  pinball: measures.pinball(actual, quantiles, levels, offsets),
  scaledQuantileLoss: measures.scaledQuantileLoss(actual, quantiles, levels, offsets, history, season),
  wql: measures.wql(actual, quantiles, levels, offsets),
  coverage: measures.coverage(actual, column(0), column(3), offsets),
  winkler: measures.winkler(actual, column(0), column(3), 0.8, offsets),
};

for (const name of ['mae', 'rmse', 'wape', 'mase', 'rmsse', 'pinball', 'coverage', 'winkler'] as const)
  test(`${name} is what utilsforecast makes of it`, () => assertClose(ours[name], witness[name], SAME));

test('bias, sMAPE, wQL and scaled quantile loss are what utilsforecast makes of them, in our scale', () => {
  // Theirs: bias as a mean error, sMAPE between 0 and 1, and pinball without fev-bench's factor of 2.
  const sold = Float64Array.from({ length: count }, (_, i) =>
    actual.slice(i * horizon, (i + 1) * horizon).reduce((sum, value) => sum + value, 0),
  );
  assertClose(
    ours.bias,
    Float64Array.from(witness.meanError, (error: number, i) => (error * horizon) / sold[i]),
    SAME,
  );
  assertClose(
    ours.smape,
    witness.halfSmape.map((value: number) => 2 * value),
    SAME,
  );
  assertClose(ours.wql, witness.weightedPinball, SAME);
  assertClose(
    ours.scaledQuantileLoss,
    witness.scaledPinball.map((value: number) => 2 * value),
    SAME,
  );
});

test('one pair of offsets pools all series: WAPE then is the mean of the series’, weighted by what they sold', () => {
  const all = Uint32Array.of(0, actual.length);
  const sold = Array.from({ length: count }, (_, i) =>
    actual.slice(i * horizon, (i + 1) * horizon).reduce((sum, value) => sum + value, 0),
  );
  const total = sold.reduce((sum, value) => sum + value, 0);
  const weighted = (values: Float64Array): number =>
    values.reduce((sum, value, i) => sum + (value * sold[i]) / total, 0);
  assertClose(measures.wape(actual, forecast, all), [weighted(ours.wape)], SAME);
  assertClose(measures.bias(actual, forecast, all), [weighted(ours.bias)], SAME);
  assertClose(measures.wql(actual, quantiles, levels, all), [weighted(ours.wql)], SAME);
});

test('at the median wQL is WAPE, scaled quantile loss MASE, and pinball half the MAE', () => {
  assertClose(measures.wql(actual, forecast, [0.5], offsets), ours.wape, SAME);
  assertClose(
    measures.scaledQuantileLoss(actual, forecast, [0.5], offsets, history, season),
    ours.mase,
    SAME,
  );
  assertClose(
    measures.pinball(actual, forecast, [0.5], offsets),
    ours.mae.map((error) => error / 2),
    SAME,
  );
});

test('a value that was not observed is no part of any measure', () => {
  const keep = Array.from(actual.keys()).filter((t) => t % 4 !== 1);
  const holes = actual.map((value, t) => (keep.includes(t) ? value : Number.NaN));
  const pick = (values: Float64Array, width = 1): Float64Array =>
    Float64Array.from(keep.flatMap((t) => Array.from(values.subarray(t * width, (t + 1) * width))));
  const fewer = Uint32Array.from(offsets, (offset) => keep.filter((t) => t < offset).length);
  const kept = pick(actual);
  const point = [measures.mae, measures.rmse, measures.wape, measures.bias, measures.smape];
  for (const measure of point)
    assertClose(measure(holes, forecast, offsets), measure(kept, pick(forecast), fewer), SAME);
  for (const measure of [measures.pinball, measures.wql, measures.crpsFromQuantiles])
    assertClose(
      measure(holes, quantiles, levels, offsets),
      measure(kept, pick(quantiles, levels.length), levels, fewer),
      SAME,
    );
  assertClose(
    measures.crpsFromSamples(holes, quantiles, levels.length, offsets),
    measures.crpsFromSamples(kept, pick(quantiles, levels.length), levels.length, fewer),
    SAME,
  );
  const [low, high] = [column(0), column(3)];
  assertClose(
    measures.coverage(holes, low, high, offsets),
    measures.coverage(kept, pick(low), pick(high), fewer),
    SAME,
  );
  assertClose(
    measures.winkler(holes, low, high, 0.8, offsets),
    measures.winkler(kept, pick(low), pick(high), 0.8, fewer),
    SAME,
  );
});

test('RMSSE begins with the first sale, MASE with the history; both step over what was not observed', () => {
  const past = { values: Float64Array.of(0, 0, 2, Number.NaN, 5, 4), offsets: Uint32Array.of(0, 6) };
  const [y, f, one] = [Float64Array.of(3), Float64Array.of(5), Uint32Array.of(0, 1)];
  // From 2 on: changes 3 (over the gap) and −1.
  assertClose(measures.rmsse(y, f, one, past), [2 / Math.sqrt((9 + 1) / 2)], SAME);
  // Neighbours that are both observed: 0, 2, 1.
  assertClose(measures.mase(y, f, one, past, 1), [2 / 1], SAME);
});

test('sMAPE of a zero that was forecast is 0, of one that was not is 2', () => {
  assertClose(measures.smape(Float64Array.of(0), Float64Array.of(0), Uint32Array.of(0, 1)), [0], 0);
  assertClose(measures.smape(Float64Array.of(0), Float64Array.of(1), Uint32Array.of(0, 1)), [2], 0);
});

test('Winkler’s score of an interval is 4 ÷ (1 − nominal) times the pinball of its two ends', () => {
  const ends = measures.pinball(
    actual,
    Float64Array.from({ length: 2 * actual.length }, (_, at) => quantiles[(at >> 1) * 4 + (at % 2) * 3]),
    [0.1, 0.9],
    offsets,
  );
  assertClose(
    ours.winkler,
    ends.map((loss) => (4 * loss) / 0.2),
    SAME,
  );
});

test('CRPS from samples is the integral of (F(x) − [y ≤ x])², and that of one sample its absolute error', () => {
  const [y, samples] = [Float64Array.of(2.5, 0), Float64Array.of(4, 1, 1, 3, 0, 2, 7, 5)];
  const integral = [0, 1].map((t) => {
    let sum = 0;
    const own = samples.slice(4 * t, 4 * t + 4);
    // Midpoints of a grid on which all jumps lie: exact.
    for (let x = -0.75; x < 10; x += 0.5) {
      const share = own.filter((sample) => sample <= x).length / 4;
      sum += 0.5 * (share - (y[t] <= x ? 1 : 0)) ** 2;
    }
    return sum;
  });
  assertClose(measures.crpsFromSamples(y, samples, 4, Uint32Array.of(0, 1, 2)), integral, SAME);
  assertClose(measures.crpsFromSamples(actual, forecast, 1, offsets), ours.mae, SAME);
});

test('CRPS from the quantiles of a sample is that of the sample, where each level stands for one of them', () => {
  const y = Float64Array.of(2.5, 0);
  const sorted = Float64Array.of(1, 1, 3, 4, 0, 2, 5, 7);
  const four = [1, 3, 5, 7].map((k) => k / 8);
  const one = Uint32Array.of(0, 1, 2);
  assertClose(
    measures.crpsFromQuantiles(y, sorted, four, one),
    measures.crpsFromSamples(y, sorted, 4, one),
    SAME,
  );
});

test('value added is the WAPE that was saved, and a forecast adds nothing to itself', () => {
  const added = measures.valueAdded(actual, forecast, simpler, offsets);
  const by = (other: Float64Array, i: number): number => {
    let errors = 0;
    let sold = 0;
    for (let t = i * horizon; t < (i + 1) * horizon; t++) {
      errors += Math.abs(other[t] - actual[t]);
      sold += actual[t];
    }
    return errors / sold;
  };
  assertClose(
    added,
    Array.from({ length: count }, (_, i) => by(simpler, i) - by(forecast, i)),
    SAME,
  );
  assert.ok(measures.valueAdded(actual, forecast, forecast, offsets).every((value) => value === 0));
});
