import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardNormal } from '../chance/normal.ts';
import { randomStream } from '../chance/random.ts';
import { CompleteFilter } from './complete-filter.ts';
import { LeastSquaresFit } from './least-squares-fit.ts';
import { explain, maximiseLikelihood } from './maximum-likelihood.ts';
import { MissingFilter } from './missing-filter.ts';
import { type ArimaOrder, coefficientCount } from './order.ts';
import { coefficientsAt, differencing, pointOf, rootsBeyond, writtenOut } from './polynomials.ts';
import { difference } from './series.ts';
import { autocovariances, psiWeights } from './stationary.ts';

const random = randomStream(11);
const orders: ArimaOrder[] = [
  { p: 0, d: 0, q: 0, P: 0, D: 0, Q: 0, season: 1 },
  { p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, season: 1 },
  { p: 0, d: 0, q: 2, P: 0, D: 0, Q: 0, season: 1 },
  { p: 3, d: 0, q: 1, P: 0, D: 0, Q: 0, season: 1 },
  { p: 2, d: 0, q: 2, P: 1, D: 0, Q: 1, season: 7 },
  { p: 1, d: 0, q: 1, P: 2, D: 0, Q: 2, season: 4 },
  { p: 0, d: 0, q: 1, P: 0, D: 0, Q: 2, season: 12 },
];

function anyCoefficients(order: ArimaOrder): Float64Array {
  const point = Float64Array.from({ length: coefficientCount(order) }, () => 3 * random() - 1.5);
  const coefficients = new Float64Array(point.length);
  coefficientsAt(point, order, coefficients);
  return coefficients;
}

function noise(length: number): Float64Array {
  return Float64Array.from({ length }, () => standardNormal(random));
}

const nameOf = ({ p, q, P, Q, season }: ArimaOrder): string => `(${p}, ${q})(${P}, ${Q})[${season}]`;

function near(actual: number, expected: number, tolerance: number): void {
  const off = Math.abs(actual - expected);
  assert.ok(off <= tolerance * Math.max(1, Math.abs(expected)), `${actual} against ${expected}`);
}

for (const order of orders) {
  const name = nameOf(order);
  const coefficients = anyCoefficients(order);
  const arma = writtenOut(order, coefficients);

  test(`any point of the plane gives a stationary, invertible ${name}, and the way back ends there`, () => {
    assert.ok(rootsBeyond(1, coefficients, order));
    const again = new Float64Array(coefficients.length);
    coefficientsAt(pointOf(coefficients, order), order, again);
    for (let i = 0; i < again.length; i++) near(again[i], coefficients[i], 1e-12);
  });

  test(`autocovariances of ${name} are the sums of its ψ weights' products`, () => {
    const psi = psiWeights(arma, 4000);
    const gamma = autocovariances(arma, 20);
    for (let lag = 0; lag < 20; lag++) {
      let sum = 0;
      for (let j = 0; j + lag < psi.length; j++) sum += psi[j] * psi[j + lag];
      near(gamma[lag], sum, 1e-8);
    }
  });

  test(`the likelihood of ${name} is the density of a normal vector with its covariances`, () => {
    const w = noise(60);
    const { logLikelihood, squaredError } = explain(new CompleteFilter([w]), order, coefficients);
    const variance = squaredError / w.length;
    // 1e-6: the filter stops counting once an innovation's variance is within 1e-9 of its last.
    near(logLikelihood, normalLogDensity(w, autocovariances(arma, w.length), variance), 1e-6);
  });

  test(`with and without gaps the filters agree on ${name} where there is no gap`, () => {
    const columns = [noise(200), noise(200)];
    const complete = new CompleteFilter(columns);
    const missing = new MissingFilter(columns, order);
    const one = explain(complete, order, coefficients);
    const other = explain(missing, order, coefficients);
    near(one.logLikelihood, other.logLikelihood, 1e-6);
    near(one.slopes[0], other.slopes[0], 1e-6);
  });

  test(`a value not observed counts in ${name} as the density without it says`, () => {
    const w = noise(40);
    const seen = w.map((value, t) => (t % 5 === 2 || (t > 20 && t < 26) ? Number.NaN : value));
    const { logLikelihood, squaredError } = explain(new MissingFilter([seen], order), order, coefficients);
    const places = [...seen.keys()].filter((t) => !Number.isNaN(seen[t]));
    const density = normalLogDensity(
      Float64Array.from(places, (t) => w[t]),
      autocovariances(arma, w.length),
      squaredError / places.length,
      places,
    );
    near(logLikelihood, density, 1e-6);
  });

  test(`least squares of ${name} end near the top of the likelihood, from which every step leads down`, () => {
    const w = simulated(order, coefficients, 400);
    const fit = new LeastSquaresFit(w);
    const found = fit.fit(order, new Float64Array(coefficients.length));
    const filter = new CompleteFilter([w]);
    const top = maximiseLikelihood(filter, order, found, 1e-8);
    const short = top.logLikelihood - explain(filter, order, found).logLikelihood;
    // Less than a criterion counts for one term, which is 1; the largest here is 0.95.
    assert.ok(short >= -1e-9 && short < 1, `${short}`);
    // A step as wide as a tenth of a standard error in any direction is downhill from the top.
    for (let i = 0; i < found.length; i++)
      for (const by of [-0.005, 0.005]) {
        const moved = pointOf(top.coefficients, order);
        moved[i] += by;
        const there = new Float64Array(moved.length);
        coefficientsAt(moved, order, there);
        assert.ok(explain(filter, order, there).logLikelihood <= top.logLikelihood + 1e-7);
      }
  });
}

test('roots are measured in each polynomial’s own variable', () => {
  const order = { p: 2, d: 0, q: 1, P: 1, D: 0, Q: 0, season: 7 };
  // (1 − 0.8 B)(1 + 0.5 B): roots 1.25 and −2; θ: −1/0.4; Φ: 1/0.9 in B⁷.
  const coefficients = Float64Array.of(0.3, 0.4, 0.4, 0.9);
  assert.ok(rootsBeyond(1.11, coefficients, order));
  assert.ok(!rootsBeyond(1.112, coefficients, order));
  assert.ok(!rootsBeyond(1, Float64Array.of(0.3, 0.4, 1.1, 0.9), order));
});

test('differencing is undone by its coefficients', () => {
  const order = { p: 0, d: 1, q: 0, P: 0, D: 1, Q: 0, season: 4 };
  const y = noise(30);
  const w = difference(y, order);
  const delta = differencing(order);
  for (let t = delta.length; t < y.length; t++) {
    let value = w[t - delta.length];
    for (let k = 0; k < delta.length; k++) value += delta[k] * y[t - 1 - k];
    near(value, y[t], 1e-12);
  }
});

function simulated(order: ArimaOrder, coefficients: Float64Array, length: number): Float64Array {
  const { ar, ma } = writtenOut(order, coefficients);
  const errors = noise(length + 200);
  const w = new Float64Array(length + 200);
  for (let t = 0; t < w.length; t++) {
    w[t] = errors[t];
    for (let i = 1; i <= Math.min(t, ar.length); i++) w[t] += ar[i - 1] * w[t - i];
    for (let j = 1; j <= Math.min(t, ma.length); j++) w[t] += ma[j - 1] * errors[t - j];
  }
  return w.subarray(200);
}

/** log N(values; 0, variance · Γ) by Cholesky's factors of the whole covariance matrix. */
function normalLogDensity(
  values: Float64Array,
  gamma: Float64Array,
  variance: number,
  places: number[] = [...values.keys()],
): number {
  const n = values.length;
  const factor = Array.from({ length: n }, () => new Float64Array(n));
  const solved = new Float64Array(n);
  let logDensity = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = variance * gamma[Math.abs(places[i] - places[j])];
      for (let k = 0; k < j; k++) sum -= factor[i][k] * factor[j][k];
      factor[i][j] = i === j ? Math.sqrt(sum) : sum / factor[j][j];
    }
    let left = values[i];
    for (let k = 0; k < i; k++) left -= factor[i][k] * solved[k];
    solved[i] = left / factor[i][i];
    logDensity -= 0.5 * (Math.log(2 * Math.PI) + solved[i] ** 2) + Math.log(factor[i][i]);
  }
  return logDensity;
}
