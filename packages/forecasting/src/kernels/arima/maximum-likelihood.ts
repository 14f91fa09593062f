import { solveDamped } from './damped-solve.ts';
import { dot } from './dot.ts';
import type { Innovations } from './innovations.ts';
import { type ArimaOrder, coefficientCount } from './order.ts';
import { coefficientsAt, onPlane, pointOf, writtenOut } from './polynomials.ts';
import { type Concentrated, concentrate } from './regression.ts';

/** From a conditional fit or a neighbour three to six steps lead to the top. */
const STEPS = 25;
/** Trials of a step, damped more each time, before the search ends where it is. */
const TRIALS = 8;
/** Change of a partial autocorrelation that a derivative is taken over: far above rounding, far below what bends it. */
const DIFFERENCE = 1e-5;
/** The same in the plane, where it would grow without end towards the edge. */
const LARGEST_DIFFERENCE = 0.1;

/** How well coefficients explain a series when regression and variance have their best values. */
export interface Explained extends Concentrated {
  readonly coefficients: Float64Array;
  readonly logLikelihood: number;
}

/** Exact log-likelihood (Harvey 1989, eq. 3.4.8, the variance concentrated out). */
export function explain(filter: Innovations, order: ArimaOrder, coefficients: Float64Array): Explained {
  filter.run(writtenOut(order, coefficients));
  const concentrated = concentrate(filter);
  const n = filter.used;
  const variance = concentrated.squaredError / n;
  const logLikelihood = -0.5 * (n * (Math.log(2 * Math.PI * variance) + 1) + filter.logDeterminant);
  return { ...concentrated, coefficients, logLikelihood };
}

/**
 * Coefficients of largest exact likelihood near `start`, always stationary and invertible. The concentrated likelihood
 * falls with Σ r² where r are the standardised innovations times the geometric mean of their standard deviations
 * (Ansley 1979; Mélard 1984, AS 197): a least-squares problem, solved by Levenberg and Marquardt's steps on the
 * plane of Monahan's transformation. The regression's coefficients are found anew at every point, so that they add no
 * dimension to the search (Golub & Pereyra 1973). It ends where a step gains no more log-likelihood than `tolerance`.
 */
export function maximiseLikelihood(
  filter: Innovations,
  order: ArimaOrder,
  start: Float64Array,
  tolerance: number,
): Explained {
  const count = coefficientCount(order);
  const residualsAt = (point: Float64Array, into: Float64Array): Explained => {
    const coefficients = new Float64Array(count);
    coefficientsAt(point, order, coefficients);
    const explained = explain(filter, order, coefficients);
    const scale = Math.exp(filter.logDeterminant / (2 * filter.used));
    const [left] = filter.standardised;
    for (let t = 0; t < filter.used; t++) into[t] = left[t] * scale;
    return explained;
  };
  let point = pointOf(start, order);
  const length = filter.standardised[0].length;
  let here = new Float64Array(length);
  let there = new Float64Array(length);
  let best = residualsAt(point, here);
  if (count === 0 || !Number.isFinite(best.logLikelihood)) return best;
  const slopes = Array.from({ length: count }, () => new Float64Array(length));
  const normal = new Float64Array(count * count);
  const gradient = new Float64Array(count);
  const trial = new Float64Array(count);
  let damping = 1e-3;
  for (let step = 0; step < STEPS; step++) {
    for (let i = 0; i < count; i++) {
      const moved = point.slice();
      // Towards zero: away from the edge, where the transformation is flat.
      const size = Math.min(LARGEST_DIFFERENCE, DIFFERENCE * Math.cosh(point[i]) ** 2);
      const by = point[i] > 0 ? -size : size;
      moved[i] += by;
      const slope = slopes[i];
      residualsAt(moved, slope);
      for (let t = 0; t < filter.used; t++) slope[t] = (slope[t] - here[t]) / by;
    }
    for (let i = 0; i < count; i++) {
      gradient[i] = -dot(slopes[i], here, filter.used);
      for (let j = 0; j <= i; j++) {
        normal[i * count + j] = dot(slopes[i], slopes[j], filter.used);
        normal[j * count + i] = normal[i * count + j];
      }
    }
    let gained = 0;
    for (let attempt = 0; attempt < TRIALS && gained === 0; attempt++) {
      if (solveDamped(normal, gradient, damping, trial)) {
        for (let i = 0; i < count; i++) trial[i] = onPlane(point[i] + trial[i]);
        const explained = residualsAt(trial, there);
        if (explained.logLikelihood > best.logLikelihood) {
          gained = explained.logLikelihood - best.logLikelihood;
          best = explained;
          point = trial.slice();
          [here, there] = [there, here];
          damping = Math.max(damping / 10, 1e-9);
          continue;
        }
      }
      damping = Math.max(damping * 8, 1e-3);
    }
    if (gained <= tolerance) break;
  }
  return best;
}
