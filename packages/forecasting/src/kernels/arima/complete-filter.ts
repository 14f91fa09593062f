import { type Gains, GainsRoom, steadyingGains } from './gains.ts';
import type { Innovations } from './innovations.ts';
import { type Arma, padded } from './polynomials.ts';

const NO_ORIGINS = new Int32Array(0);

/**
 * Innovations of one complete series, before they are divided by their standard deviations. Gives the states that are
 * expected after the first origins[r] values, origins.length × size; none for an origin below 1.
 */
export function innovationsOf(
  w: Float64Array,
  arma: Arma,
  gains: Gains,
  into: Float64Array,
  origins: Int32Array = NO_ORIGINS,
): Float64Array {
  const { size, steps, gain } = gains;
  const ar = padded(arma.ar, size);
  const state = new Float64Array(size + 1);
  const states = new Float64Array(origins.length * size);
  let next = 0;
  while (next < origins.length && origins[next] < 1) next++;
  for (let t = 0; t < steps; t++) {
    const innovation = w[t] - state[0];
    into[t] = innovation;
    const row = t * size;
    const expected = state[0];
    for (let i = 0; i < size; i++) state[i] = state[i + 1] + ar[i] * expected + gain[row + i] * innovation;
    for (; origins[next] === t + 1; next++) states.set(state.subarray(0, size), next * size);
  }
  steadyInnovations(w, arma, steps, into);
  for (; next < origins.length; next++) steadyState(w, into, arma, origins[next], states, next * size, size);
  return states;
}

/** The state after `origin` values, once nothing about it is uncertain: what the last values and innovations leave. */
function steadyState(
  w: Float64Array,
  innovations: Float64Array,
  { ar, ma }: Arma,
  origin: number,
  into: Float64Array,
  at: number,
  size: number,
): void {
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = i; k < ar.length && k - i < origin; k++) sum += ar[k] * w[origin - 1 - (k - i)];
    for (let k = i; k < ma.length && k - i < origin; k++) sum += ma[k] * innovations[origin - 1 - (k - i)];
    into[at + i] = sum;
  }
}

/**
 * From `from` on the state is steady, and an innovation is what the coefficients leave of the value: the conditional
 * recursion, lags with a coefficient of zero left out.
 */
function steadyInnovations(w: Float64Array, { ar, ma }: Arma, from: number, into: Float64Array): void {
  const arLags = lagsOf(ar);
  const maLags = lagsOf(ma);
  for (let t = from; t < w.length; t++) {
    let sum = w[t];
    for (let k = 0; k < arLags.length; k++) {
      const lag = arLags[k];
      if (lag <= t) sum -= ar[lag - 1] * w[t - lag];
    }
    for (let k = 0; k < maLags.length; k++) {
      const lag = maLags[k];
      if (lag <= t) sum -= ma[lag - 1] * into[t - lag];
    }
    into[t] = sum;
  }
}

function lagsOf(coefficients: Float64Array): Int32Array {
  const lags: number[] = [];
  for (let i = 0; i < coefficients.length; i++) if (coefficients[i] !== 0) lags.push(i + 1);
  return Int32Array.from(lags);
}

/** The exact filter for columns without gaps, all of one length: a pass costs little more than the conditional one. */
export class CompleteFilter implements Innovations {
  readonly standardised: readonly Float64Array[];
  readonly used: number;
  logDeterminant = 0;
  readonly #columns: readonly Float64Array[];
  readonly #room = new GainsRoom();

  constructor(columns: readonly Float64Array[]) {
    this.#columns = columns;
    this.used = columns[0].length;
    this.standardised = columns.map((column) => new Float64Array(column.length));
  }

  run(arma: Arma): void {
    const gains = steadyingGains(arma, this.used, this.#room);
    this.logDeterminant = gains.logDeterminant;
    const { steps, variance } = gains;
    const scales = new Float64Array(steps);
    for (let t = 0; t < steps; t++) scales[t] = 1 / Math.sqrt(variance[t]);
    for (let c = 0; c < this.#columns.length; c++) {
      const out = this.standardised[c];
      innovationsOf(this.#columns[c], arma, gains, out);
      for (let t = 0; t < steps; t++) out[t] *= scales[t];
    }
  }
}
