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
  readonly #ar: Float64Array;
  readonly #delta: Float64Array;
  readonly #stationary: number;
  readonly #noise: Float64Array;
  /** P Z' of the last value observed, and its variance. */
  readonly #gain: Float64Array;
  #variance = 0;
  /** Lower triangle of the state's covariance, size × size, in units of the errors' variance. */
  #lower: Float64Array;
  #spare: Float64Array;
  readonly #cross: Float64Array;
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
    this.#lower = this.#startingCovariance(arma);
    this.#cross = new Float64Array(stationary);
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

  /** The state's covariance, size × size, in units of the errors' variance. */
  covariance(): Float64Array {
    const size = this.size;
    const whole = this.#lower.slice();
    for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) whole[j * size + i] = whole[i * size + j];
    return whole;
  }

  /** What is expected of a column in the next period. */
  expected(column: number): number {
    return levelOf(this.means[column], this.#stationary, this.#delta);
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

  /** g = P Z' and the value's variance. */
  #covarianceWithValue(): void {
    const size = this.size;
    const lower = this.#lower;
    const gain = this.#gain;
    const delta = this.#delta;
    const r = this.#stationary;
    for (let i = 0; i < size; i++) gain[i] = lower[i * size];
    for (let k = 0; k < delta.length; k++) {
      if (delta[k] === 0) continue;
      const level = r + k;
      for (let i = 0; i < level; i++) gain[i] += delta[k] * lower[level * size + i];
      for (let i = level; i < size; i++) gain[i] += delta[k] * lower[i * size + level];
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
    if (!observed) this.#covarianceWithValue();
    const learnt = observed ? 1 / this.#variance : 0;
    this.#settled = observed && this.#largestVariance(learnt) <= SETTLED;
    this.#moveStationary(learnt);
    this.#moveLevels(learnt);
    [this.#lower, this.#spare] = [this.#spare, this.#lower];
  }

  /**
   * T (P − g g' ÷ variance) T' + R R' of the ARMA part with g = P Z': T is a companion matrix, so that every entry is
   * its neighbour below, and what the first row and column bring in. `learnt` is 1 ÷ variance, 0 where nothing was.
   */
  #moveStationary(learnt: number): void {
    const size = this.size;
    const r = this.#stationary;
    const ar = this.#ar;
    const gain = this.#gain;
    const noise = this.#noise;
    const from = this.#lower;
    const to = this.#spare;
    const cross = this.#cross;
    const first = from[0] - gain[0] * gain[0] * learnt;
    for (let j = 0; j < r; j++) {
      const below = j + 1 < r ? from[(j + 1) * size] - gain[j + 1] * gain[0] * learnt : 0;
      cross[j] = below + 0.5 * ar[j] * first;
    }
    for (let i = 0; i + 1 < r; i++) {
      const row = i * size;
      const share = gain[i + 1] * learnt;
      const phi = ar[i];
      const crossed = cross[i];
      const here = noise[i];
      for (let j = 0; j <= i; j++)
        to[row + j] =
          from[row + size + j + 1] - share * gain[j + 1] + phi * cross[j] + ar[j] * crossed + here * noise[j];
    }
    const row = (r - 1) * size;
    for (let j = 0; j < r; j++)
      to[row + j] = ar[r - 1] * cross[j] + ar[j] * cross[r - 1] + noise[r - 1] * noise[j];
  }

  /** The value becomes the first of the levels, known where it was observed, and the others move one back. */
  #moveLevels(learnt: number): void {
    const size = this.size;
    const r = this.#stationary;
    if (size === r) return;
    const ar = this.#ar;
    const gain = this.#gain;
    const from = this.#lower;
    const to = this.#spare;
    const open = learnt === 0 ? 1 : 0;
    for (let j = 0; j < r; j++) to[r * size + j] = open * (ar[j] * gain[0] + (j + 1 < r ? gain[j + 1] : 0));
    to[r * size + r] = open * this.#variance;
    for (let i = r + 1; i < size; i++) {
      const source = (i - 1) * size;
      const row = i * size;
      const share = gain[i - 1] * learnt;
      const first = from[source] - share * gain[0];
      for (let j = 0; j < r; j++)
        to[row + j] = ar[j] * first + (j + 1 < r ? from[source + j + 1] - share * gain[j + 1] : 0);
      to[row + r] = open * gain[i - 1];
      for (let j = r + 1; j <= i; j++) to[row + j] = from[source + j - 1] - share * gain[j - 1];
    }
  }

  /** Of the state's parts once the value has been learnt from. */
  #largestVariance(learnt: number): number {
    let largest = 0;
    for (let i = 0; i < this.size; i++)
      largest = Math.max(largest, this.#lower[i * (this.size + 1)] - this.#gain[i] ** 2 * learnt);
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
