import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertClose } from '../../testing/close.ts';
import { randomStream } from '../chance/random.ts';
import { additiveErrors } from './additive.ts';
import { forgets } from './admissible.ts';
import { type EtsForm, nameOfForm } from './form.ts';
import { EtsProblem } from './problem.ts';
import { EtsWorkspace } from './workspace.ts';

const SEASON = 4;
/** Central differences over 2e-5 of numbers near 300 keep about seven digits. */
const DIFFERENCES = 1e-6;

const random = randomStream(3);
const complete = Float64Array.from(
  { length: 60 },
  (_, t) => 10 + 3 * Math.sin((t * Math.PI) / 2) + 2 * random() + 0.05 * t,
);
const gaps = complete.map((value, t) => (t === 0 || t === 13 || (t > 29 && t < 36) ? Number.NaN : value));

const forms: EtsForm[] = (['A', 'M'] as const).flatMap((error) =>
  (['N', 'A', 'Ad'] as const).flatMap((trend) =>
    (['N', 'A', 'M'] as const).map((season) => ({ error, trend, season })),
  ),
);
const constants = { alpha: 0.3, beta: 0.05, gamma: 0.1, phi: 0.9 };
const seasons = { N: [0], A: [1, 2, -1, -2], M: [1.1, 0.9, 1.2, 0.8] };

for (const form of forms)
  for (const [label, values] of Object.entries({ complete, 'with gaps': gaps }))
    test(`derivatives of the likelihood are what differences say: ETS(${nameOfForm(form)}), ${label}`, () => {
      const problem = new EtsProblem(form, SEASON, new EtsWorkspace(values));
      const trend = form.trend === 'N' ? 0 : 0.1;
      const point = problem.pointOf(constants, Float64Array.of(9, trend, ...seasons[form.season]));
      const gradient = new Float64Array(point.length);
      problem.evaluate(point);
      problem.derivatives(gradient, new Float64Array(point.length ** 2));
      const step = 1e-5;
      const slopes = gradient.map((_, k) => {
        const beside = (by: number): number => problem.evaluate(point.with(k, point[k] + by));
        return (beside(step) - beside(-step)) / (2 * step);
      });
      assertClose(gradient, slopes, DIFFERENCES);
    });

test('second derivatives are exact in what errors depend on linearly: one Newton step finds the initial states', () => {
  const problem = new EtsProblem({ error: 'A', trend: 'N', season: 'N' }, 1, new EtsWorkspace(complete));
  const point = problem.pointOf(constants, Float64Array.of(3, 0, 0));
  const gradient = new Float64Array(2);
  const curvature = new Float64Array(4);
  problem.evaluate(point);
  problem.derivatives(gradient, curvature);
  point[1] -= gradient[1] / curvature[3];
  problem.evaluate(point);
  problem.derivatives(gradient, curvature);
  assert.ok(Math.abs(gradient[1]) < 1e-9, `${gradient[1]}`);
});

test('a point is its constants and states, and what multiplies keeps its forecasts', () => {
  for (const form of forms) {
    const problem = new EtsProblem(form, SEASON, new EtsWorkspace(complete));
    const initial = Float64Array.of(9, form.trend === 'N' ? 0 : 0.1, ...seasons[form.season]);
    const ours = {
      alpha: constants.alpha,
      beta: form.trend === 'N' ? 0 : constants.beta,
      gamma: form.season === 'N' ? 0 : constants.gamma,
      phi: form.trend === 'Ad' ? constants.phi : 1,
    };
    const there = problem.evaluate(problem.pointOf(ours, initial));
    assertClose(Object.values(problem.constants), Object.values(ours), 1e-12);
    assertClose([there], [problem.evaluateAt(ours, initial)], 1e-12);
  }
});

test('constants are admitted where what an initial state did to errors dies out', () => {
  const draw = randomStream(11);
  const length = 6000;
  const nothing = new Float64Array(length);
  const errors = new Float64Array(length);
  let admitted = 0;
  for (let round = 0; round < 300; round++) {
    const alpha = draw();
    const drawn = { alpha, beta: alpha * draw(), gamma: (1 - alpha) * draw(), phi: 0.8 + 0.2 * draw() };
    const state = new Float64Array(2 + SEASON);
    state[2] = 1;
    additiveErrors(nothing, SEASON, drawn, state, errors, new Float64Array(length));
    const largest = (from: number): number =>
      errors.subarray(from, from + 500).reduce((most, error) => Math.max(most, Math.abs(error)), 0);
    const ratio = largest(length - 500) / largest(length / 2);
    // Near the border nothing decides within 6,000 periods; and what is gone altogether is gone.
    if (ratio > 0.9 && ratio < 1.1) continue;
    const dies = !(ratio >= 1);
    assert.equal(forgets(drawn, SEASON), dies, JSON.stringify(drawn));
    if (dies) admitted++;
  }
  assert.ok(admitted > 100 && admitted < 300, `${admitted} admitted`);
});
