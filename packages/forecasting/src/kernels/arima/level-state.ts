import type { Arma } from './polynomials.ts';
import { stateCovarianceWithValue, stateSize } from './stationary.ts';

/**
 * Variance, in units of the errors', of what is not known about the first levels; and from where on an innovation is
 * taken to come from that and not from the process. As in R's arima (Ripley 2002, R News 2/2), so that likelihoods compare.
 */
const DIFFUSE = 1e6;
const STILL_DIFFUSE = 1e4;
/**
 * Once a value has been observed and no variance of the state is above this, in units of the errors', the past is known
 * as well as it can be: an invertible process goes there, and stays until a value is missing.
 */
const SETTLED = 1e-9;

/**
 * State and covariance of an ARIMA process in levels: Harvey's form of the ARMA part, then the last levels that
 * differencing reaches back to (Harvey 1989, section 3.3; Gardner, Harvey & Phillips 1980, AS 154). Several columns
 * share the covariance. Take a mean off a column first: its first levels are looked for around zero.
 */
export class LevelState {
  /** Innovations of the columns at the last value observed. */
  readonly innovation: Float64Array;
  /** Whether that value still went into finding the first levels: it then counts in no likelihood. */
  wasDiffuse = false;
  readonly size: number;
  /** The state expected for the next period, a column. */
  readonly means: readonly Float64Array[];
  /** size × size, in units of the errors' variance. */
  covariance: Float64Array;
  readonly #ar: Float64Array;
  readonly #delta: Float64Array;
  readonly #stationary: number;
  readonly #noise: Float64Array;
  /** P Z' of the last value observed, and its variance. */
  readonly #gain: Float64Array;
  #variance = 0;
  #spare: Float64Array;
  #observed = false;
  #settled = false;

  constructor(arma: Arma, delta: Float64Array, columns: number) {
    const stationary = stateSize(arma);
    this.size = stationary + delta.length;
    this.#stationary = stationary;
    this.#delta = delta;
    this.#ar = new Float64Array(stationary);
    this.#ar.set(arma.ar);
    this.#noise = new Float64Array(stationary);
    this.#noise[0] = 1;
    this.#noise.set(arma.ma, 1);
    this.means = Array.from({ length: columns }, () => new Float64Array(this.size));
    this.innovation = new Float64Array(columns);
    this.covariance = this.#startingCovariance(arma);
    this.#spare = new Float64Array(this.size * this.size);
    this.#gain = new Float64Array(this.size);
  }

  /** P = T P T' + R R' of the stationary part from its first column, last row first; the levels are unknown. */
  #startingCovariance(arma: Arma): Float64Array {
    const size = this.size;
    const r = this.#stationary;
    const ar = this.#ar;
    const noise = this.#noise;
    const first = stateCovarianceWithValue(arma);
    const covariance = new Float64Array(size * size);
    const firstAt = (i: number): number => (i < r ? first[i] : 0);
    for (let i = r - 1; i >= 0; i--)
      for (let j = r - 1; j >= 0; j--) {
        const below = i + 1 < r && j + 1 < r ? covariance[(i + 1) * size + j + 1] : 0;
        covariance[i * size + j] =
          ar[i] * ar[j] * first[0] +
          ar[i] * firstAt(j + 1) +
          ar[j] * firstAt(i + 1) +
          below +
          noise[i] * noise[j];
      }
    for (let i = r; i < size; i++) covariance[i * size + i] = DIFFUSE;
    return covariance;
  }

  /** What is expected of a column in the next period. */
  expected(column: number): number {
    return levelOf(this.means[column], this.#stationary, this.#delta);
  }

  /** Variance of the next value around what is expected, in units of the errors' variance. */
  expectedVariance(): number {
    this.#covarianceWithValue();
    return this.#variance;
  }

  /** Learns from the values at t of all columns; gives the variance of their innovations. */
  observe(columns: readonly Float64Array[], t: number): number {
    const size = this.size;
    const gain = this.#gain;
    this.#covarianceWithValue();
    const variance = this.#variance;
    this.wasDiffuse = variance >= STILL_DIFFUSE;
    for (let c = 0; c < this.means.length; c++) {
      const mean = this.means[c];
      const innovation = columns[c][t] - this.expected(c);
      this.innovation[c] = innovation;
      const share = innovation / variance;
      for (let i = 0; i < size; i++) mean[i] += gain[i] * share;
    }
    this.#observed = true;
    return variance;
  }

  #covarianceWithValue(): void {
    const size = this.size;
    const covariance = this.covariance;
    const gain = this.#gain;
    const delta = this.#delta;
    const r = this.#stationary;
    for (let i = 0; i < size; i++) gain[i] = covariance[i * size];
    for (let k = 0; k < delta.length; k++) {
      if (delta[k] === 0) continue;
      const row = (r + k) * size;
      for (let i = 0; i < size; i++) gain[i] += delta[k] * covariance[row + i];
    }
    let variance = gain[0];
    for (let k = 0; k < delta.length; k++) variance += delta[k] * gain[r + k];
    this.#variance = variance;
  }

  /** Goes on to the next period. */
  move(): void {
    for (const mean of this.means) moveState(mean, this.#ar, this.#delta);
    const observed = this.#observed;
    this.#observed = false;
    if (observed && this.#settled) return;
    if (observed) this.#learn();
    this.#settled = observed && this.#largestVariance() <= SETTLED;
    this.#moveCovariance();
  }

  /** P − P Z' Z P ÷ variance */
  #learn(): void {
    const size = this.size;
    const gain = this.#gain;
    const covariance = this.covariance;
    for (let i = 0; i < size; i++) {
      const share = gain[i] / this.#variance;
      if (share === 0) continue;
      const row = i * size;
      for (let j = 0; j < size; j++) covariance[row + j] -= share * gain[j];
    }
  }

  /** T P T' + R R': T is a companion matrix, so both products are shifts with one row added. */
  #moveCovariance(): void {
    const size = this.size;
    const r = this.#stationary;
    const ar = this.#ar;
    const delta = this.#delta;
    const noise = this.#noise;
    const from = this.covariance;
    const rows = this.#spare;
    for (let i = 0; i < r; i++) {
      const at = i * size;
      const phi = ar[i];
      if (i + 1 < r) for (let j = 0; j < size; j++) rows[at + j] = phi * from[j] + from[at + size + j];
      else for (let j = 0; j < size; j++) rows[at + j] = phi * from[j];
    }
    if (delta.length > 0) {
      const at = r * size;
      for (let j = 0; j < size; j++) rows[at + j] = from[j];
      for (let k = 0; k < delta.length; k++) {
        if (delta[k] === 0) continue;
        const row = (r + k) * size;
        for (let j = 0; j < size; j++) rows[at + j] += delta[k] * from[row + j];
      }
      rows.set(from.subarray(at, (size - 1) * size), at + size);
    }
    for (let i = 0; i < size; i++) {
      const at = i * size;
      const first = rows[at];
      let level = first;
      for (let k = 0; k < delta.length; k++) if (delta[k] !== 0) level += delta[k] * rows[at + r + k];
      // Right to left for the levels and left to right for the rest, so that nothing is read after it was written.
      for (let k = size - 1; k > r; k--) rows[at + k] = rows[at + k - 1];
      for (let j = 0; j < r; j++) rows[at + j] = ar[j] * first + (j + 1 < r ? rows[at + j + 1] : 0);
      if (delta.length > 0) rows[at + r] = level;
      if (i < r) for (let j = 0; j < r; j++) rows[at + j] += noise[i] * noise[j];
    }
    this.covariance = rows;
    this.#spare = from;
  }

  #largestVariance(): number {
    let largest = 0;
    for (let i = 0; i < this.size; i++) largest = Math.max(largest, this.covariance[i * (this.size + 1)]);
    return largest;
  }
}

/** The value that a state stands for: its ARMA part and the levels before it. */
export function levelOf(state: Float64Array, stationary: number, delta: Float64Array): number {
  let sum = state[0];
  for (let k = 0; k < delta.length; k++) sum += delta[k] * state[stationary + k];
  return sum;
}

/** A state one period on, without noise, in place; `ar` is as long as the ARMA part. */
export function moveState(state: Float64Array, ar: Float64Array, delta: Float64Array): void {
  const r = ar.length;
  const value = levelOf(state, r, delta);
  const first = state[0];
  for (let i = 0; i < r; i++) state[i] = ar[i] * first + (i + 1 < r ? state[i + 1] : 0);
  for (let k = delta.length - 1; k > 0; k--) state[r + k] = state[r + k - 1];
  if (delta.length > 0) state[r] = value;
}
