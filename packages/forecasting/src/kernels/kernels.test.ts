import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assertClose } from '../testing/close.ts';
import { sales } from '../testing/series.ts';
import { randomStream, seedOf } from './chance/random.ts';
import { additivePass, additiveStart } from './ets/additive-seasonal.ts';
import { bestInitialLevel, squaredErrorsOfFour } from './ets/exponential-smoothing.ts';
import { countObserved } from './observed.ts';
import { fromRoot, toRoot } from './root-scale.ts';
import { nelderMead } from './search/nelder-mead.ts';

test('squared errors of four constants in one pass are those of each by itself, gaps and all', () => {
  const random = randomStream(6);
  const values = Float64Array.from({ length: 300 }, (_, t) => (t % 11 === 4 ? Number.NaN : 20 * random()));
  const alphas = Float64Array.of(0, 0.0001, 0.07, 0.4, 0.9999, 0);
  const together = new Float64Array(6);
  squaredErrorsOfFour(values, countObserved(values), values[0], alphas, 1, together);
  for (const at of [1, 2, 3, 4]) {
    const found = { squaredError: 0, level: 0 };
    bestInitialLevel(values, alphas[at], values[0], found);
    // 1e-12: the same sums, one of them in closed form.
    assertClose([together[at]], [found.squaredError], 1e-12);
  }
});

test("Nelder–Mead finds the bottom of Rosenbrock's valley", () => {
  const rosenbrock = ([x, y]: Float64Array): number => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
  const limits = { step: 0.5, evaluations: 500, tolerance: 1e-12 };
  const [x, y] = nelderMead(rosenbrock, Float64Array.of(-1.2, 1), limits);
  assert.ok(Math.abs(x - 1) < 1e-3 && Math.abs(y - 1) < 1e-3);
});

test('Nelder–Mead evaluates little more than it may, and leaves its start alone', () => {
  let used = 0;
  const start = Float64Array.of(3, 4, 5);
  const sumOfSquares = (point: Float64Array): number => {
    used++;
    return point.reduce((sum, x) => sum + x * x, 0);
  };
  nelderMead(sumOfSquares, start, { step: 1, evaluations: 40, tolerance: 0 });
  assert.ok(used <= 40 + 5);
  assert.deepEqual([...start], [3, 4, 5]);
});

test('no other initial level gives a smaller squared error than the one found in one pass', () => {
  const history = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(history, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (numbers, alpha) => {
      const values = Float64Array.from(numbers);
      const found = { squaredError: 0, level: 0 };
      bestInitialLevel(values, alpha, values[0], found);
      const errorFrom = (start: number): number => {
        let level = start;
        let sum = 0;
        for (const value of values) {
          sum += (value - level) ** 2;
          level += alpha * (value - level);
        }
        return sum;
      };
      assert.ok(Math.abs(errorFrom(found.level) - found.squaredError) <= 1e-8 * (1 + found.squaredError));
      for (const off of [-1, -0.01, 0.01, 1])
        assert.ok(errorFrom(found.level + off) >= found.squaredError - 1e-8 * (1 + found.squaredError));
    }),
  );
});

test('an additive pass in two parts is the same pass', () => {
  const values = sales(100, 10, 4).map((value, t) => (t % 9 === 0 ? Number.NaN : value));
  const constants = { alpha: 0.2, beta: 0.05, gamma: 0.1, phi: 0.9 };
  const whole = additiveStart(values, 7, true);
  const parts = whole.slice();
  const once = additivePass(values, 0, 100, 7, constants, whole);
  const twice =
    additivePass(values, 0, 37, 7, constants, parts) + additivePass(values, 37, 100, 7, constants, parts);
  assert.ok(Math.abs(once - twice) < 1e-9 * once);
  assert.deepEqual(parts, whole);
});

test('a season that is there is believed, one that is noise is not', () => {
  const week = [0, 10, 20, 30, 40, 50, 60];
  const real = additiveStart(
    Float64Array.from({ length: 70 }, (_, t) => week[t % 7]),
    7,
    false,
  );
  assertClose(
    real.slice(2),
    week.map((value) => value - 30),
    1e-12,
  );
  const random = randomStream(3);
  const noise = additiveStart(
    Float64Array.from({ length: 70 }, () => random()),
    7,
    false,
  );
  assert.ok(Math.max(...noise.slice(2).map(Math.abs)) < 0.15);
});

test('the root scale keeps order and sign, and comes back', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      assert.ok(Math.abs(fromRoot(toRoot(value)) - value) <= 1e-12 * Math.abs(value));
      assert.ok(toRoot(value + 1) >= toRoot(value));
    }),
  );
});

test('a stream of random numbers is even, and its seed decides it', () => {
  const random = randomStream(42);
  const tenths = new Uint32Array(10);
  for (let i = 0; i < 10_000; i++) tenths[Math.floor(random() * 10)]++;
  // Five standard deviations of a binomial count with n = 10,000 and p = 0.1.
  for (const count of tenths) assert.ok(Math.abs(count - 1000) < 150);
  assert.equal(randomStream(7)(), randomStream(7)());
});

test('the same values give the same seed wherever they lie in a panel', () => {
  const values = sales(100, 5, 9);
  const panel = Float64Array.of(1, 2, 3, ...values, 4);
  assert.equal(seedOf(panel.subarray(3, 103)), seedOf(values));
  assert.notEqual(seedOf(values), seedOf(values.map((value) => value + 1)));
});
