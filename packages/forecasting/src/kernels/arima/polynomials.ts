import { type ArimaOrder, coefficientCount, polynomialsOf } from './order.ts';

/** An ARMA process written out: w(t) = Σ ar[i] w(t−1−i) + ε(t) + Σ ma[j] ε(t−1−j), seasonal terms multiplied in. */
export interface Arma {
  readonly ar: Float64Array;
  readonly ma: Float64Array;
}

/** Partial autocorrelations are kept this far from ±1, so that covariances stay finite in double precision. */
const LARGEST_PARTIAL = 1 - 1e-7;
const LARGEST_POINT = Math.atanh(LARGEST_PARTIAL);

/** φ(B) Φ(Bᵐ) and θ(B) Θ(Bᵐ) multiplied out. */
export function writtenOut(order: ArimaOrder, coefficients: Float64Array): Arma {
  const { p, q, P, Q, season } = order;
  return {
    ar: product(coefficients, 0, p, p + q, P, season, -1),
    ma: product(coefficients, p, q, p + q + P, Q, season, 1),
  };
}

/** (1 + sign Σ aᵢBⁱ)(1 + sign Σ bⱼB^(jm)), its terms after the 1 with that sign taken out again. */
function product(
  coefficients: Float64Array,
  at: number,
  count: number,
  seasonalAt: number,
  seasonalCount: number,
  season: number,
  sign: number,
): Float64Array {
  const terms = new Float64Array(count + seasonalCount * season);
  for (let i = 0; i < count; i++) terms[i] = coefficients[at + i];
  for (let j = 1; j <= seasonalCount; j++) {
    const seasonal = coefficients[seasonalAt + j - 1];
    terms[j * season - 1] += seasonal;
    for (let i = 1; i <= count; i++) terms[j * season + i - 1] += sign * seasonal * coefficients[at + i - 1];
  }
  return terms;
}

/** Coefficients δ of y(t) = w(t) + Σ δ[k] y(t−1−k), where w are the differences of y. */
export function differencing({ d, D, season }: ArimaOrder): Float64Array {
  let polynomial = [1];
  const times = (lag: number): void => {
    const next = [...polynomial, ...new Array<number>(lag).fill(0)];
    for (let i = 0; i < polynomial.length; i++) next[i + lag] -= polynomial[i];
    polynomial = next;
  };
  for (let i = 0; i < d; i++) times(1);
  for (let i = 0; i < D; i++) times(season);
  return Float64Array.from(polynomial.slice(1), (term) => 0 - term);
}

/**
 * Coefficients of a stationary and invertible process for any point of the plane: a hyperbolic tangent gives partial
 * autocorrelations, these the coefficients by Durbin and Levinson's recursion, for each of the four polynomials apart
 * (Monahan 1984, Biometrika 71; Jones 1980, Technometrics 22).
 */
export function coefficientsAt(point: Float64Array, order: ArimaOrder, into: Float64Array): void {
  for (const { at, count, moving } of polynomialsOf(order)) {
    for (let k = 0; k < count; k++) {
      stepUp(into, at, k, Math.tanh(onPlane(point[at + k])));
    }
    if (moving) for (let k = 0; k < count; k++) into[at + k] = 0 - into[at + k];
  }
}

/** A coordinate within what double precision can tell from the edge. */
export function onPlane(coordinate: number): number {
  return Math.max(-LARGEST_POINT, Math.min(LARGEST_POINT, coordinate));
}

/** One step of Durbin and Levinson's recursion: from k coefficients to k + 1 with this partial autocorrelation. */
function stepUp(coefficients: Float64Array, at: number, k: number, partial: number): void {
  for (let i = 0, j = k - 1; i <= j; i++, j--) {
    const low = coefficients[at + i];
    const high = coefficients[at + j];
    coefficients[at + i] = low - partial * high;
    if (i !== j) coefficients[at + j] = high - partial * low;
  }
  coefficients[at + k] = partial;
}

/** The point of the plane with these coefficients; where they are not stationary or invertible, one just inside. */
export function pointOf(coefficients: Float64Array, order: ArimaOrder): Float64Array {
  const point = new Float64Array(coefficientCount(order));
  for (const { at, count, moving } of polynomialsOf(order)) {
    const partials = partialsOf(coefficients.subarray(at, at + count), moving ? -1 : 1);
    // Where a coefficient is beyond the edge, its arctangent is none.
    for (let k = 0; k < count; k++)
      point[at + k] = onPlane(Math.atanh(Math.max(-1, Math.min(1, partials[k]))));
  }
  return point;
}

/**
 * Partial autocorrelations of 1 − Σ sign·cᵢBⁱ, the recursion run backwards. Once one is beyond ±1 the ones before it
 * say nothing and are given as 0.
 */
function partialsOf(coefficients: Float64Array, sign: number): Float64Array {
  const work = Float64Array.from(coefficients, (value) => sign * value);
  const partials = new Float64Array(work.length);
  for (let k = work.length - 1; k >= 0; k--) {
    const partial = work[k];
    partials[k] = partial;
    const rest = 1 - partial * partial;
    if (!(rest > 0)) break;
    for (let i = 0, j = k - 1; i <= j; i++, j--) {
      const low = work[i];
      const high = work[j];
      work[i] = (low + partial * high) / rest;
      work[j] = (high + partial * low) / rest;
    }
  }
  return partials;
}

/** Partial autocorrelations of an autoregression that is known to be stationary. */
export function partialsOfAr(ar: Float64Array): Float64Array {
  return partialsOf(ar, 1);
}

/** Whether every root of the four polynomials, in B or Bᵐ, lies further from zero than `distance`. */
export function rootsBeyond(distance: number, coefficients: Float64Array, order: ArimaOrder): boolean {
  for (const { at, count, moving } of polynomialsOf(order)) {
    if (count === 0) continue;
    // Roots of p(z) are beyond c exactly where those of p(cz) are beyond 1.
    const scaled = coefficients.slice(at, at + count);
    for (let k = 0; k < count; k++) scaled[k] *= distance ** (k + 1);
    const partials = partialsOf(scaled, moving ? -1 : 1);
    for (let k = 0; k < count; k++) if (!(Math.abs(partials[k]) < 1)) return false;
  }
  return true;
}

/** Coefficients filled up with zeros. */
export function padded(coefficients: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(coefficients);
  return longer;
}
