import { solveDamped } from './damped-solve.ts';
import { dot } from './dot.ts';
import { type ArimaOrder, coefficientCount, polynomialsOf } from './order.ts';
import { rootsBeyond, writtenOut } from './polynomials.ts';

/** Steps of one search: Gauss and Newton's converge in three to six, and a search that has not by then is on a ridge. */
const STEPS = 12;
/** The search ends where a step gains less than this share of the squared error: 0.01 of a log-likelihood of 2,000 values. */
const TOLERANCE = 1e-5;
/** Trials of a step, damped more each time, before the search ends where it is. */
const TRIALS = 6;

/**
 * Unconditional least squares for one complete, centred series (Box & Jenkins 1976, section 7.1.5): the values before the
 * first are forecast backwards in time by the same model, and the errors run over them too. Nearly as good as exact
 * likelihood for long series, where errors that begin at zero cost a slow season many years of learning.
 * The errors' derivatives are themselves filtered series: with e = φ Φ (θ Θ)⁻¹ z they are −Bʲ Φ (θ Θ)⁻¹ z for φⱼ,
 * −Bʲ θ⁻¹ e for θⱼ, and alike for the seasonal ones (section 7.2), so that Gauss and Newton's step costs a handful of
 * passes whatever the order. What is forecast backwards minimises the same sum and so adds nothing to its gradient.
 */
export class LeastSquaresFit {
  readonly #series: Float64Array;
  /** The series backwards in time, with room for what comes before its beginning. */
  #reversed: Float64Array = new Float64Array(0);
  readonly #reversedErrors: Float64Array;
  /** Seven arrays of which the last parts are used: as many values before the series as the model reaches back to. */
  #room: readonly Float64Array[] = [];
  #before = 0;
  #z: Float64Array = this.#reversed;
  #e: Float64Array = this.#reversed;
  #work: Float64Array = this.#reversed;
  #bases: readonly Float64Array[] = [];

  constructor(z: Float64Array) {
    this.#series = z;
    this.#reversedErrors = new Float64Array(z.length);
  }

  /** Coefficients near `start` with the smallest squared error that are stationary and invertible, as `start` must be. */
  fit(order: ArimaOrder, start: Float64Array): Float64Array {
    const count = coefficientCount(order);
    let at = start.slice();
    if (count === 0) return at;
    const conditioned = order.p + order.P * order.season;
    this.#makeRoom(conditioned + order.q + order.Q * order.season);
    const trial = new Float64Array(count);
    const normal = new Float64Array(count * count);
    const gradient = new Float64Array(count);
    let squaredError = this.#errors(order, at, conditioned);
    let damping = 1e-4;
    for (let step = 0; step < STEPS; step++) {
      this.#derivatives(order, at);
      this.#normalEquations(order, conditioned, normal, gradient);
      let gained = 0;
      for (let attempt = 0; attempt < TRIALS && gained === 0; attempt++) {
        if (!solveDamped(normal, gradient, damping, trial)) {
          damping = Math.max(damping * 10, 1e-3);
          continue;
        }
        for (let i = 0; i < count; i++) trial[i] += at[i];
        const there = rootsBeyond(1, trial, order)
          ? this.#errors(order, trial, conditioned)
          : Number.POSITIVE_INFINITY;
        if (there < squaredError) {
          gained = (squaredError - there) / squaredError;
          squaredError = there;
          at = trial.slice();
          damping = Math.max(damping / 10, 1e-8);
        } else {
          damping = Math.max(damping * 10, 1e-2);
        }
      }
      if (gained <= TOLERANCE) break;
    }
    return at;
  }

  #makeRoom(before: number): void {
    const length = this.#series.length;
    if (length + before > this.#reversed.length || this.#room.length === 0) {
      this.#reversed = new Float64Array(length + 2 * before);
      this.#reversed.set(this.#series.toReversed());
      this.#room = Array.from({ length: 7 }, () => new Float64Array(length + 2 * before));
      this.#room[0].set(this.#series, 2 * before);
    }
    this.#before = before;
    const views = this.#room.map((whole) => whole.subarray(whole.length - length - before));
    [this.#z, this.#e, this.#work, ...this.#bases] = views;
  }

  /** Fills the errors and gives the sum of their squares. */
  #errors(order: ArimaOrder, at: Float64Array, conditioned: number): number {
    this.#forecastBackwards(order, at, conditioned);
    const e = this.#e;
    filter(this.#z, order, at, conditioned, this.#work, e);
    let sum = 0;
    for (let t = conditioned; t < e.length; t++) sum += e[t] * e[t];
    return sum;
  }

  /** The series backwards in time follows the same model, so that what came before is forecast like what comes after. */
  #forecastBackwards(order: ArimaOrder, at: Float64Array, conditioned: number): void {
    if (this.#before === 0) return;
    const length = this.#series.length;
    const values = this.#reversed;
    const errors = this.#reversedErrors;
    filter(values.subarray(0, length), order, at, conditioned, this.#work.subarray(0, length), errors);
    const { ar, ma } = writtenOut(order, at);
    for (let t = length; t < length + this.#before; t++) {
      let sum = 0;
      for (let lag = 1; lag <= Math.min(ar.length, t); lag++) sum += ar[lag - 1] * values[t - lag];
      for (let lag = t - length + 1; lag <= Math.min(ma.length, t); lag++)
        sum += ma[lag - 1] * errors[t - lag];
      values[t] = sum;
      this.#z[this.#before - 1 - (t - length)] = sum;
    }
  }

  /** Fills, for each polynomial that has terms, the series whose lags are the errors' derivatives, with a minus sign. */
  #derivatives({ p, q, P, Q, season }: ArimaOrder, at: Float64Array): void {
    const [forAr, forMa, forSeasonalAr, forSeasonalMa] = this.#bases;
    const seasonalMaAt = p + q + P;
    if (p > 0) {
      multiply(this.#z, at, p + q, P, season, forAr);
      divide(forAr, at, p, q, 1, forAr);
      divide(forAr, at, seasonalMaAt, Q, season, forAr);
    }
    if (P > 0) {
      multiply(this.#z, at, 0, p, 1, forSeasonalAr);
      divide(forSeasonalAr, at, p, q, 1, forSeasonalAr);
      divide(forSeasonalAr, at, seasonalMaAt, Q, season, forSeasonalAr);
    }
    if (q > 0) divide(this.#e, at, p, q, 1, forMa);
    if (Q > 0) divide(this.#e, at, seasonalMaAt, Q, season, forSeasonalMa);
  }

  #normalEquations(
    order: ArimaOrder,
    conditioned: number,
    normal: Float64Array,
    gradient: Float64Array,
  ): void {
    const count = gradient.length;
    const basisOf: Float64Array[] = [];
    const lagOf: number[] = [];
    for (const [k, polynomial] of polynomialsOf(order).entries())
      for (let j = 1; j <= polynomial.count; j++) {
        basisOf.push(this.#bases[k]);
        lagOf.push(j * polynomial.lag);
      }
    for (let i = 0; i < count; i++) {
      gradient[i] = laggedProduct(basisOf[i], lagOf[i], this.#e, 0, conditioned);
      for (let j = 0; j <= i; j++) {
        const product = laggedProduct(basisOf[i], lagOf[i], basisOf[j], lagOf[j], conditioned);
        normal[i * count + j] = product;
        normal[j * count + i] = product;
      }
    }
  }
}

/** Errors φ Φ (θ Θ)⁻¹ z; those before `conditioned` are taken to be zero. */
function filter(
  z: Float64Array,
  { p, q, P, Q, season }: ArimaOrder,
  at: Float64Array,
  conditioned: number,
  work: Float64Array,
  errors: Float64Array,
): void {
  multiply(z, at, p + q, P, season, work);
  multiply(work, at, 0, p, 1, errors);
  errors.fill(0, 0, conditioned);
  divide(errors, at, p, q, 1, errors);
  divide(errors, at, p + q + P, Q, season, errors);
}

/** (1 − Σ cⱼ B^(j·lag)) input */
function multiply(
  input: Float64Array,
  coefficients: Float64Array,
  at: number,
  count: number,
  lag: number,
  into: Float64Array,
): void {
  into.set(input);
  for (let j = 1; j <= count; j++) {
    const c = coefficients[at + j - 1];
    const back = j * lag;
    for (let t = back; t < input.length; t++) into[t] -= c * input[t - back];
  }
}

/** input ÷ (1 + Σ cⱼ B^(j·lag)); may be done in place. */
function divide(
  input: Float64Array,
  coefficients: Float64Array,
  at: number,
  count: number,
  lag: number,
  into: Float64Array,
): void {
  const length = input.length;
  if (count === 0) {
    if (into !== input) into.set(input);
    return;
  }
  const first = coefficients[at];
  const start = Math.min(length, count * lag);
  for (let t = 0; t < start; t++) {
    let sum = input[t];
    for (let j = 1; j <= count && j * lag <= t; j++) sum -= coefficients[at + j - 1] * into[t - j * lag];
    into[t] = sum;
  }
  // One and two terms are nearly all there are; written out they run twice as fast.
  if (count === 1) {
    for (let t = start; t < length; t++) into[t] = input[t] - first * into[t - lag];
  } else if (count === 2) {
    const second = coefficients[at + 1];
    const back = 2 * lag;
    for (let t = start; t < length; t++) into[t] = input[t] - first * into[t - lag] - second * into[t - back];
  } else {
    for (let t = start; t < length; t++) {
      let sum = input[t];
      for (let j = 1; j <= count; j++) sum -= coefficients[at + j - 1] * into[t - j * lag];
      into[t] = sum;
    }
  }
}

/** Σ a(t − lagA) b(t − lagB) over the errors that count. */
function laggedProduct(a: Float64Array, lagA: number, b: Float64Array, lagB: number, from: number): number {
  const start = Math.max(from, lagA, lagB);
  return dot(a, b, a.length - start, start - lagA, start - lagB);
}
