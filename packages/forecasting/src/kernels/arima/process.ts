import { innovationsOf } from './complete-filter.ts';
import { steadyingGains } from './gains.ts';
import { LevelState, levelOf, moveState } from './level-state.ts';
import { type ArimaOrder, lostToDifferences } from './order.ts';
import { type Arma, differencing, writtenOut } from './polynomials.ts';
import { constantInLevels, difference } from './series.ts';
import { stateSize } from './stationary.ts';

/**
 * What is left open about the state adds less than this to an innovation's variance: then only errors to come are. A
 * deviation is off by half of it.
 */
const SETTLED_VARIANCE = 1e-3;

/** An ARIMA process with its numbers: what forecasts are made from. */
export interface ArimaProcess {
  readonly order: ArimaOrder;
  /** [φ, θ, Φ, Θ] */
  readonly coefficients: Float64Array;
  /** Mean of the differences: of the values where there are none. */
  readonly constant: number;
}

/**
 * Forecasts of the `horizon` values after the first origins[r] values, row-major; origins increase. Row r knows
 * nothing of what follows its origin. NaN where less has been observed than differencing needs.
 */
export function forecastArima(
  values: Float64Array,
  process: ArimaProcess,
  origins: Int32Array,
  horizon: number,
): Float64Array {
  const rows = new Float64Array(origins.length * horizon).fill(Number.NaN);
  const first = values.findIndex((value) => !Number.isNaN(value));
  if (first < 0 || origins.length === 0) return rows;
  const gap = values.findIndex((value, t) => t >= first && Number.isNaN(value));
  const whole = gap < 0 ? values.length : gap;
  const beforeGap = origins.filter((origin) => origin <= whole);
  forecastComplete(
    values.subarray(first, Math.min(whole, beforeGap.at(-1) ?? first)),
    process,
    first,
    beforeGap,
    horizon,
    rows,
  );
  const after = origins.subarray(beforeGap.length);
  if (after.length > 0) {
    const rest = rows.subarray(beforeGap.length * horizon);
    forecastThroughGaps(values.subarray(first), process, first, after, horizon, rest);
  }
  return rows;
}

/** Without gaps the differences are filtered, and their forecasts added to the last values. */
function forecastComplete(
  values: Float64Array,
  { order, coefficients, constant }: ArimaProcess,
  first: number,
  origins: Int32Array,
  horizon: number,
  rows: Float64Array,
): void {
  const lost = lostToDifferences(order);
  const arma = writtenOut(order, coefficients);
  const delta = differencing(order);
  const w = difference(values, order).map((value) => value - constant);
  if (w.length === 0) return;
  const gains = steadyingGains(arma, w.length);
  const innovations = new Float64Array(w.length);
  const states = innovationsOf(
    w,
    arma,
    gains,
    innovations,
    origins.map((origin) => origin - first - lost),
  );
  const state = new Float64Array(gains.size + delta.length);
  const ar = padded(arma.ar, gains.size);
  for (let r = 0; r < origins.length; r++) {
    const seen = origins[r] - first;
    if (seen <= lost) continue;
    state.set(states.subarray(r * gains.size, (r + 1) * gains.size));
    for (let k = 0; k < delta.length; k++) state[gains.size + k] = values[seen - 1 - k];
    // The constant is a mean of differences: it comes in anew with each step.
    for (let h = 0; h < horizon; h++) {
      const value = levelOf(state, gains.size, delta) + constant;
      rows[r * horizon + h] = value;
      moveState(state, ar, delta);
      if (delta.length > 0) state[gains.size] = value;
    }
  }
}

/** With gaps the levels are filtered: what was not observed is filled in by what the state expects of it. */
function forecastThroughGaps(
  values: Float64Array,
  { order, coefficients, constant }: ArimaProcess,
  first: number,
  origins: Int32Array,
  horizon: number,
  rows: Float64Array,
): void {
  const arma = writtenOut(order, coefficients);
  const delta = differencing(order);
  const r = stateSize(arma);
  const ar = padded(arma.ar, r);
  const line = constantInLevels(values.length + horizon, order);
  // Levels are looked for around the first value; where nothing is differenced the process has its own mean.
  const shift = delta.length > 0 ? values[0] : 0;
  const centred = values.map((value, t) => value - shift - constant * line[t]);
  const state = new LevelState(arma, delta, 1);
  let reached = 0;
  for (let row = 0; row < origins.length; row++) {
    const end = origins[row] - first;
    for (; reached < end; reached++) {
      if (!Number.isNaN(values[reached])) state.observe([centred], reached);
      state.move();
    }
    const ahead = state.means[0].slice();
    for (let h = 0; h < horizon; h++) {
      rows[row * horizon + h] = levelOf(ahead, r, delta) + shift + constant * line[end + h];
      moveState(ahead, ar, delta);
    }
  }
}

export function padded(coefficients: Float64Array, length: number): Float64Array {
  const longer = new Float64Array(length);
  longer.set(coefficients);
  return longer;
}

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
