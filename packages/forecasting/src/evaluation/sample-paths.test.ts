import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sortedQuantile } from '../kernels/chance/quantile.ts';
import { randomStream } from '../kernels/chance/random.ts';
import { ses } from '../models/ets/ses.ts';
import { windowAverage } from '../models/simple/window-average.ts';
import { assertClose } from '../testing/close.ts';
import { fitted } from '../testing/fit.ts';
import { intervalsFor } from '../testing/intervals.ts';
import { sales } from '../testing/series.ts';
import { samplePaths } from './sample-paths.ts';

const PATHS = 400;
const HORIZON = 14;

function pathsOf(values: Float64Array, model = ses, closed?: Uint8Array) {
  const fit = fitted(model, values);
  const mean = fit.forecast(HORIZON);
  const intervals = intervalsFor(values, fit, HORIZON);
  const paths = samplePaths(mean, values, intervals, { paths: PATHS, season: 7, closed });
  const sums = Float64Array.from({ length: PATHS }, (_, p) =>
    paths.subarray(p * HORIZON, (p + 1) * HORIZON).reduce((sum, value) => sum + value, 0),
  );
  return { mean, intervals, paths, sums: sums.sort() };
}

for (const level of [0.4, 5, 400])
  test(`at each step the paths are the step’s own distribution, for sales of ${level} a day`, () => {
    const { mean, intervals, paths } = pathsOf(sales(300, level, 4));
    const levels = Array.from({ length: PATHS }, (_, p) => (p + 0.5) / PATHS);
    const steps = intervals.steps(mean, levels);
    for (let h = 0; h < HORIZON; h++) {
      const column = Float64Array.from({ length: PATHS }, (_, p) => paths[p * HORIZON + h]).sort();
      // Paths are 32-bit numbers: seven digits.
      assertClose(column, steps.subarray(h * PATHS, (h + 1) * PATHS), 1e-6);
    }
  });

/** Sales whose level wanders, so that a horizon's errors stay together; `wander` 0: so that they don't. */
function wandering(level: number, wander: number, seed: number): Float64Array {
  const random = randomStream(seed);
  let log = 0;
  return Float64Array.from({ length: 400 }, () => {
    log = 0.97 * log + wander * (random() - 0.5);
    return Math.round(level * Math.exp(log) * (0.7 + 0.6 * random()));
  });
}

for (const wander of [0, 0.3])
  test(`sums of paths spread as the total does, where errors ${wander > 0 ? 'stay together' : 'are strangers'}`, () => {
    for (const level of [3, 300]) {
      const { mean, intervals, sums } = pathsOf(wandering(level, wander, 8));
      const [low, high] = intervals.total(mean, [0.1, 0.9]);
      const width = sortedQuantile(sums, 0.9) - sortedQuantile(sums, 0.1);
      // A fifth: a quantile of 400 sums varies by some 7 %, and the search stops within 2 %.
      assert.ok(Math.abs(width / (high - low) - 1) < 0.2, `${width} for ${high - low}`);
    }
  });

test('the same values give the same paths, closed steps are zero, and nothing is below zero', () => {
  const values = sales(120, 2, 6);
  const closed = Uint8Array.from({ length: HORIZON }, (_, h) => (h % 7 === 6 ? 1 : 0));
  const { paths } = pathsOf(values, windowAverage, closed);
  assert.deepEqual(paths, pathsOf(values, windowAverage, closed).paths);
  assert.ok(paths.every((value, at) => (closed[at % HORIZON] ? value === 0 : value >= 0)));
});

test('a history of a few values has paths too', () => {
  for (const values of [[5], [4, 6], [0, 3, 0, 2]]) {
    const { paths } = pathsOf(Float64Array.from(values), windowAverage);
    assert.ok(paths.every((value) => Number.isFinite(value) && value >= 0));
    assert.ok(new Set(paths).size > 2);
  }
});
