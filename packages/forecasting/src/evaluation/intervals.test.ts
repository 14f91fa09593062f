import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FittedModel, IntervalMethod } from '../contract.ts';
import { randomStream } from '../kernels/chance/random.ts';
import { ses } from '../models/ets/ses.ts';
import { naive } from '../models/simple/naive.ts';
import { seasonalNaive } from '../models/simple/seasonal-naive.ts';
import { windowAverage } from '../models/simple/window-average.ts';
import { assertClose } from '../testing/close.ts';
import { fitted } from '../testing/fit.ts';
import { intervalsFor } from '../testing/intervals.ts';
import { sales } from '../testing/series.ts';
import { meanPit } from './measures/pit.ts';

const LEVELS = [0.05, 0.1, 0.5, 0.9, 0.95];
const DENSE = Array.from({ length: 99 }, (_, j) => (j + 1) / 100);

/** Share of new values whose randomised PIT lies at or below each level, over many series that go on as they were. */
function shares(
  level: number,
  length: number,
  method: IntervalMethod,
  fit: (values: Float64Array) => FittedModel,
): number[] {
  const below = LEVELS.map(() => 0);
  const count = 150;
  for (let seed = 1; seed <= count; seed++) {
    const whole = sales(length + 14, level, seed);
    const values = whole.subarray(0, length);
    const model = fit(values);
    const quantiles = intervalsFor(values, model, 14, { method }).steps(model.forecast(14), DENSE);
    const share = meanPit(whole.subarray(length), quantiles, DENSE, LEVELS);
    for (let j = 0; j < LEVELS.length; j++) below[j] += share[j] / count;
  }
  return below;
}

const average = (values: Float64Array): FittedModel => fitted(windowAverage, values);
const lastWeek = (values: Float64Array): FittedModel => fitted(seasonalNaive, values);

for (const [level, length, method, fit, name] of [
  [200, 150, 'auto', average, 'fast items'],
  [200, 150, 'conformal', average, 'fast items'],
  [200, 150, 'adaptive', average, 'fast items'],
  [0.4, 150, 'auto', average, 'slow items'],
  [0.4, 150, 'counts', average, 'slow items'],
  [3, 150, 'auto', lastWeek, 'items forecast by last week’s sales'],
  [3, 40, 'auto', average, 'short histories'],
] as const)
  test(`${method}: of ${name} that go on as they were, p of the randomised PIT lies at or below p`, () => {
    const measured = shares(level, length, method, fit);
    // 0.03: three standard errors of 150 series whose 14 steps share one level.
    for (let j = 0; j < LEVELS.length; j++)
      assert.ok(Math.abs(measured[j] - LEVELS[j]) < 0.03, String(measured));
  });

test('a slow item gets whole numbers, with 0 as its median', () => {
  const values = sales(200, 0.3, 5);
  const fit = fitted(ses, values);
  for (const method of ['auto', 'conformal', 'adaptive', 'counts'] as const) {
    const quantiles = intervalsFor(values, fit, 7, { method }).steps(fit.forecast(7), LEVELS);
    assert.ok(quantiles.every(Number.isInteger));
    assert.ok(Array.from({ length: 7 }, (_, h) => quantiles[h * 5 + 2]).every((median) => median === 0));
    assert.ok(quantiles[4] >= 1);
  }
});

test('a single observation gives a wide interval, not a certainty', () => {
  const values = Float64Array.of(5);
  const fit = fitted(naive, values);
  for (const method of ['auto', 'conformal', 'adaptive', 'counts'] as const) {
    const quantiles = intervalsFor(values, fit, 3, { method }).steps(Float64Array.of(5, 5, 5), LEVELS);
    assert.ok(quantiles[1] < 2 && quantiles[3] > 8, String(quantiles));
  }
});

test('a constant is certain, its total too', () => {
  const values = new Float64Array(100).fill(5);
  const fit = fitted(naive, values);
  const intervals = intervalsFor(values, fit, 7);
  assert.ok(intervals.steps(fit.forecast(7), LEVELS).every((value) => value === 5));
  assert.ok(intervals.total(fit.forecast(7), LEVELS).every((value) => value === 35));
});

test('a walk is less sure the further ahead: its interval grows with the step', () => {
  const random = randomStream(7);
  let level = 1000;
  const values = Float64Array.from({ length: 300 }, () => (level += random() - 0.5));
  const fit = fitted(naive, values, 1);
  const { spread } = intervalsFor(values, fit, 20, { nonNegative: false }).predictive.shape;
  // The root of 20 steps is 4.5 times that of one; 286 steps hold few walks of 20 that don't overlap.
  assert.ok(spread[19] / spread[0] > 2);
});

test("the total's quantiles are narrower than sums of quantiles, and wider than if steps knew nothing of each other", () => {
  const values = sales(400, 50, 11);
  const fit = fitted(ses, values);
  const mean = fit.forecast(28);
  const intervals = intervalsFor(values, fit, 28);
  const steps = intervals.steps(mean, [0.1, 0.9]);
  const [low, high] = intervals.total(mean, [0.1, 0.9]);
  let summed = 0;
  let squares = 0;
  for (let h = 0; h < 28; h++) {
    summed += steps[2 * h + 1] - steps[2 * h];
    squares += (steps[2 * h + 1] - steps[2 * h]) ** 2;
  }
  assert.ok(high - low < summed / 2);
  assert.ok(high - low > 0.5 * Math.sqrt(squares));
  const total = mean.reduce((sum, value) => sum + value, 0);
  assert.ok(low < total && total < high);
});

test('closed periods add nothing to the total', () => {
  const values = sales(200, 50, 13);
  const fit = fitted(ses, values);
  const total = (closed?: Uint8Array): Float64Array =>
    intervalsFor(values, fit, 14).total(fit.forecast(14), LEVELS, closed);
  assert.deepEqual([...total(new Uint8Array(14).fill(1))], [0, 0, 0, 0, 0]);
  const half = Uint8Array.from({ length: 14 }, (_, h) => h % 2);
  assert.ok(Math.abs(total(half)[2] / total()[2] - 0.5) < 0.05);
});

test('analytic quantiles are the mean plus normal quantiles of the model’s deviations', () => {
  const values = sales(200, 300, 3);
  const fit: FittedModel = { ...average(values), deviations: (h) => new Float64Array(h).fill(10) };
  const quantiles = intervalsFor(values, fit, 2, { method: 'analytic' }).steps(
    Float64Array.of(300, 310),
    [0.025, 0.5],
  );
  assertClose(quantiles, [280.40036, 300, 290.40036, 310], 1e-6);
});

test('simulated quantiles are those of the model’s own paths, and totals those of their sums', () => {
  const values = sales(200, 300, 3);
  const fit: FittedModel = {
    ...average(values),
    simulate: (h, paths, random) => {
      const drawn = new Float64Array(paths * h);
      for (let p = 0; p < paths; p++) drawn.fill(250 + 100 * random(), p * h, (p + 1) * h);
      return drawn;
    },
  };
  const intervals = intervalsFor(values, fit, 2, { method: 'simulated' });
  const mean = Float64Array.of(300, 300);
  // Uniform over 250 to 350: 4 is more than three standard errors of a quantile of 2,000 paths.
  assertClose(intervals.steps(mean, [0.1, 0.9]), [260, 340, 260, 340], 4 / 260);
  assertClose(intervals.total(mean, [0.1, 0.9]), [520, 680], 8 / 520);
});

test('a model without deviations, without paths or values without a unit get the default intervals', () => {
  const values = sales(200, 300, 3);
  const fit = average(values);
  const steps = (method: IntervalMethod): Float64Array =>
    intervalsFor(values, { ...fit, deviations: undefined, simulate: undefined }, 7, { method }).steps(
      fit.forecast(7),
      LEVELS,
    );
  for (const method of ['analytic', 'simulated', 'counts'] as const)
    assert.deepEqual(steps(method), steps('auto'));
});

test('by any method quantiles increase with their levels and stay within the range', () => {
  const values = sales(120, 2, 9);
  const fit = fitted(seasonalNaive, values);
  for (const method of ['auto', 'conformal', 'adaptive', 'analytic', 'simulated', 'counts'] as const) {
    const intervals = intervalsFor(values, fit, 14, { method });
    const steps = intervals.steps(fit.forecast(14), DENSE);
    const total = intervals.total(fit.forecast(14), DENSE);
    for (const [quantiles, most] of [
      [steps, 2 * Math.max(...values)],
      [total, 28 * Math.max(...values)],
    ] as const)
      for (let at = 0; at < quantiles.length; at++) {
        assert.ok(quantiles[at] >= 0 && quantiles[at] <= most);
        assert.ok(at % DENSE.length === 0 || quantiles[at] >= quantiles[at - 1]);
      }
  }
});
