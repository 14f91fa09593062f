import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomStream } from '../chance/random.ts';
import { type BoxProblem, boxNewton } from './box-newton.ts';

const LIMITS = { iterations: 200, tolerance: 1e-14 };
/** Where the value changes by 1e-14 an argument changes by about its root. */
const CLOSE = 1e-5;

/** Σ weightᵢ (xᵢ − centreᵢ)² + coupling Σ (xᵢ − xᵢ₊₁)², whose second derivatives are exact. */
function bowl(
  centre: number[],
  weights: number[],
  coupling: number,
  lower: number[],
  upper: number[],
): BoxProblem {
  const size = centre.length;
  let at = new Float64Array(size);
  return {
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    evaluate(point) {
      at = point.slice() as Float64Array<ArrayBuffer>;
      let sum = 0;
      for (let i = 0; i < size; i++) {
        sum += weights[i] * (at[i] - centre[i]) ** 2;
        if (i + 1 < size) sum += coupling * (at[i] - at[i + 1]) ** 2;
      }
      return sum;
    },
    derivatives(gradient, curvature) {
      curvature.fill(0);
      for (let i = 0; i < size; i++) {
        gradient[i] = 2 * weights[i] * (at[i] - centre[i]);
        curvature[i * size + i] += 2 * weights[i];
      }
      for (let i = 0; i + 1 < size; i++) {
        const j = i + 1;
        gradient[i] += 2 * coupling * (at[i] - at[j]);
        gradient[j] -= 2 * coupling * (at[i] - at[j]);
        curvature[i * size + i] += 2 * coupling;
        curvature[j * size + j] += 2 * coupling;
        curvature[i * size + j] -= 2 * coupling;
        curvature[j * size + i] -= 2 * coupling;
      }
    },
  };
}

test('the minimum of a bowl within a box is where no argument can move to a smaller value', () => {
  const random = randomStream(5);
  for (let round = 0; round < 50; round++) {
    const numbers = (): number[] => Array.from({ length: 4 }, () => 4 * random() - 2);
    const lower = numbers();
    const upper = lower.map((low) => low + 2 * random());
    const weights = numbers().map((x) => 0.1 + x * x);
    const problem = bowl(numbers(), weights, 3 * random(), lower, upper);
    const point = Float64Array.from(lower, (low, i) => low + random() * (upper[i] - low));
    const value = boxNewton(problem, point, LIMITS);
    for (let i = 0; i < 4; i++) {
      assert.ok(point[i] >= lower[i] && point[i] <= upper[i]);
      for (const step of [-1e-4, 1e-4]) {
        const moved = point.slice();
        moved[i] = Math.min(upper[i], Math.max(lower[i], moved[i] + step));
        assert.ok(problem.evaluate(moved) >= value - 1e-10);
      }
    }
  }
});

test('Rosenbrock’s valley is followed to its end', () => {
  let x = 0;
  let y = 0;
  const problem: BoxProblem = {
    lower: Float64Array.of(-5, -5),
    upper: Float64Array.of(5, 5),
    evaluate(point) {
      [x, y] = point;
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    },
    derivatives(gradient, curvature) {
      gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
      gradient[1] = 200 * (y - x * x);
      curvature.set([2 + 800 * x * x, -400 * x, -400 * x, 200]);
    },
  };
  const point = Float64Array.of(-1.2, 1);
  boxNewton(problem, point, LIMITS);
  assert.ok(Math.abs(point[0] - 1) < CLOSE && Math.abs(point[1] - 1) < CLOSE, `${point}`);
});

test('an argument that changes nothing stays where it is', () => {
  const problem = bowl([1, 1], [1, 0], 0, [-5, -5], [5, 5]);
  const point = Float64Array.of(0, 0.5);
  boxNewton(problem, point, LIMITS);
  assert.equal(point[1], 0.5);
  assert.ok(Math.abs(point[0] - 1) < CLOSE);
});

test('a step to where the function has no value is shortened', () => {
  const problem = bowl([1], [1], 0, [-5], [5]);
  const guarded: BoxProblem = {
    ...problem,
    evaluate: (point) => (point[0] > 0.9 ? Number.POSITIVE_INFINITY : problem.evaluate(point)),
  };
  const point = Float64Array.of(0);
  boxNewton(guarded, point, LIMITS);
  assert.ok(point[0] > 0.8 && point[0] <= 0.9, `${point}`);
});

test('a search that can’t beat the value given stops where it is', () => {
  const problem = bowl([1], [1], 0, [-5], [5]);
  const point = Float64Array.of(0);
  boxNewton(problem, point, { ...LIMITS, optimism: 10, beat: -20 });
  assert.equal(point[0], 0);
});
