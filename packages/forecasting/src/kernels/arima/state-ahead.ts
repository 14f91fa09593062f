import { steadyingGains } from './gains.ts';
import { LevelState } from './level-state.ts';
import { type Arma, differencing, writtenOut } from './polynomials.ts';
import type { ArimaProcess } from './process.ts';
import { stateSize } from './stationary.ts';

/**
 * What is left open about the state adds less than this to an innovation's variance: then only errors to come are. A
 * deviation is off by half of it.
 */
const SETTLED_VARIANCE = 1e-3;

/**
 * Covariance of the state expected after the last value, in units of the errors' variance, with the process's
 * matrices: what deviations and paths are made from.
 */
export interface StateAhead {
  readonly arma: Arma;
  readonly delta: Float64Array;
  /** size × size */
  readonly covariance: Float64Array;
  readonly size: number;
  /** Length of the state's ARMA part. */
  readonly stationary: number;
}

export function stateAhead(values: Float64Array, { order, coefficients }: ArimaProcess): StateAhead {
  const arma = writtenOut(order, coefficients);
  const delta = differencing(order);
  const stationary = stateSize(arma);
  const size = stationary + delta.length;
  const first = values.findIndex((value) => !Number.isNaN(value));
  const complete = !values.some((value, t) => t > first && Number.isNaN(value));
  const covariance = complete
    ? knownLevels(stationaryCovariance(arma, values.length - first - delta.length), stationary, size)
    : filteredCovariance(values, arma, delta);
  return { arma, delta, covariance, size, stationary };
}

/** Of the ARMA part after `length` values without gaps. */
function stationaryCovariance(arma: Arma, length: number): Float64Array {
  const { steps, variance } = steadyingGains(arma, length);
  if (steps < length || variance[steps - 1] - 1 < SETTLED_VARIANCE) {
    const noise = Float64Array.of(1, ...arma.ma);
    const size = stateSize(arma);
    const covariance = new Float64Array(size * size);
    for (let i = 0; i < noise.length; i++)
      for (let j = 0; j < noise.length; j++) covariance[i * size + j] = noise[i] * noise[j];
    return covariance;
  }
  return filteredCovariance(new Float64Array(length), arma, new Float64Array(0));
}

/** Without gaps the last levels are known: nothing about them is open. */
function knownLevels(covariance: Float64Array, stationary: number, size: number): Float64Array {
  const larger = new Float64Array(size * size);
  for (let i = 0; i < stationary; i++)
    larger.set(covariance.subarray(i * stationary, (i + 1) * stationary), i * size);
  return larger;
}

function filteredCovariance(values: Float64Array, arma: Arma, delta: Float64Array): Float64Array {
  const state = new LevelState(arma, delta, 0);
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t])) state.observe([], t);
    state.move();
  }
  return state.covariance();
}
