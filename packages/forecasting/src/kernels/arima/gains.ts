import { type Arma, padded } from './polynomials.ts';
import { stateCovarianceWithValue, stateSize } from './stationary.ts';

/**
 * The Kalman filter is taken to have reached its steady state where the variance of an innovation exceeds the error's
 * by less than this share: what is left moves a log-likelihood of 2,000 values by less than 1e-5.
 */
const STEADY = 1e-9;

/** How a complete ARMA series is filtered: gains and variances before the steady state. They depend on no data. */
export interface Gains {
  readonly size: number;
  /** Values before the steady state: the whole series where it is never reached. */
  readonly steps: number;
  /** At least steps × size: what an innovation of 1 does to the next state. */
  readonly gain: Float64Array;
  /** At least steps: variance of each innovation over the error's; 1 afterwards. */
  readonly variance: Float64Array;
  /** Σ log variance */
  readonly logDeterminant: number;
}

/**
 * Gains of the exact filter for a stationary ARMA process in Harvey's form, by Chandrasekhar's recursion in place of
 * Riccati's: the covariance changes by a matrix of rank one a step, so that a step costs the state's size and not its
 * square (Morf, Sidhu & Kailath 1974, IEEE Transactions on Automatic Control 19; Pearlman 1980, Biometrika 67).
 */
export function steadyingGains(arma: Arma, length: number, room = new GainsRoom()): Gains {
  const size = stateSize(arma);
  const ar = padded(arma.ar, size);
  const covariance = stateCovarianceWithValue(arma);
  // T P Z' (what is beyond the state's end is zero), the direction of P's change, and the change's negative weight.
  const unscaled = new Float64Array(size);
  const direction = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) {
    unscaled[i] = ar[i] * covariance[0] + (i + 1 < size ? covariance[i + 1] : 0);
    direction[i] = unscaled[i];
  }
  let variance = covariance[0];
  let weight = -1 / variance;
  let logDeterminant = 0;
  let steps = 0;
  while (steps < length && variance - 1 > STEADY) {
    room.hold(steps + 1, size);
    const { gain, variances } = room;
    variances[steps] = variance;
    logDeterminant += Math.log(variance);
    const row = steps * size;
    const first = direction[0];
    const change = weight * first;
    const next = Math.max(1, variance + first * change);
    const share = 1 / variance;
    const nextShare = first / next;
    for (let i = 0; i < size; i++) {
      const now = unscaled[i];
      const moved = ar[i] * first + direction[i + 1];
      const later = now + moved * change;
      gain[row + i] = now * share;
      unscaled[i] = later;
      direction[i] = moved - later * nextShare;
    }
    weight += change * change * share;
    variance = next;
    steps++;
  }
  return { size, steps, gain: room.gain, variance: room.variances, logDeterminant };
}

/** Arrays for gains that one filter uses again and again. */
export class GainsRoom {
  gain: Float64Array = new Float64Array(0);
  variances: Float64Array = new Float64Array(0);

  hold(steps: number, size: number): void {
    this.variances = longEnough(this.variances, steps);
    this.gain = longEnough(this.gain, steps * size);
  }
}

function longEnough(values: Float64Array, length: number): Float64Array {
  if (length <= values.length) return values;
  const longer = new Float64Array(2 * length);
  longer.set(values);
  return longer;
}
