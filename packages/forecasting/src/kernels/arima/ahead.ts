import { standardNormal } from '../chance/normal.ts';
import { levelOf, moveState } from './level-state.ts';
import { padded } from './polynomials.ts';
import type { StateAhead } from './state-ahead.ts';

/**
 * Standard deviations of the forecasts' errors: what the state at the end leaves open and what errors to come add
 * (Harvey 1989, eq. 3.2.20), estimated constants taken for true.
 */
export function pathDeviations(ahead: StateAhead, variance: number, horizon: number): Float64Array {
  const { delta, stationary, size } = ahead;
  const { factor, rank } = squareRoot(ahead.covariance, size);
  const ar = padded(ahead.arma.ar, stationary);
  const variances = new Float64Array(horizon);
  // Each column of the square root is an independent part of what is open: its mark fades or stays on the way.
  for (let c = 0; c < rank; c++) {
    const state = factor.slice(c * size, (c + 1) * size);
    for (let h = 0; h < horizon; h++) {
      variances[h] += levelOf(state, stationary, delta) ** 2;
      moveState(state, ar, delta);
    }
  }
  const noise = noiseOf(ahead);
  let later = 0;
  for (let h = 1; h < horizon; h++) {
    later += levelOf(noise, stationary, delta) ** 2;
    variances[h] += later;
    moveState(noise, ar, delta);
  }
  return variances.map((times) => Math.sqrt(variance * times));
}

/** Paths × horizon around the forecast, with normal errors, from a state drawn from what the history leaves open. */
export function samplePaths(
  ahead: StateAhead,
  variance: number,
  forecast: Float64Array,
  paths: number,
  random: () => number,
): Float64Array {
  const { delta, stationary, size } = ahead;
  const horizon = forecast.length;
  const { factor, rank } = squareRoot(ahead.covariance, size);
  const ar = padded(ahead.arma.ar, stationary);
  const noise = noiseOf(ahead);
  const deviation = Math.sqrt(variance);
  const drawn = new Float64Array(paths * horizon);
  const state = new Float64Array(size);
  for (let path = 0; path < paths; path++) {
    state.fill(0);
    for (let c = 0; c < rank; c++) {
      const share = standardNormal(random);
      for (let i = 0; i < size; i++) state[i] += share * factor[c * size + i];
    }
    for (let h = 0; h < horizon; h++) {
      drawn[path * horizon + h] = forecast[h] + deviation * levelOf(state, stationary, delta);
      moveState(state, ar, delta);
      const error = standardNormal(random);
      for (let i = 0; i < stationary; i++) state[i] += error * noise[i];
    }
  }
  return drawn;
}

/** What an error of 1 does to the state. */
function noiseOf({ arma, size }: StateAhead): Float64Array {
  const noise = new Float64Array(size);
  noise[0] = 1;
  noise.set(arma.ma, 1);
  return noise;
}

/** Below this share of the largest variance a pivot is rounding. */
const ROUNDING = 1e-13;

/** Columns whose outer products add up to a positive semi-definite matrix: Cholesky's, largest pivot first. */
function squareRoot(matrix: Float64Array, size: number): { factor: Float64Array; rank: number } {
  const left = matrix.slice();
  const factor = new Float64Array(size * size);
  let rank = 0;
  let largest = 0;
  for (; rank < size; rank++) {
    let pivot = 0;
    for (let i = 1; i < size; i++) if (left[i * (size + 1)] > left[pivot * (size + 1)]) pivot = i;
    const variance = left[pivot * (size + 1)];
    largest = Math.max(largest, variance);
    if (!(variance > ROUNDING * largest)) break;
    const column = factor.subarray(rank * size, (rank + 1) * size);
    for (let i = 0; i < size; i++) column[i] = left[i * size + pivot] / Math.sqrt(variance);
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) left[i * size + j] -= column[i] * column[j];
  }
  return { factor, rank };
}
