import { innovationsOf } from './complete-filter.ts';
import { steadyingGains } from './gains.ts';
import { LevelState, levelOf, moveState } from './level-state.ts';
import { lostToDifferences } from './order.ts';
import { differencing, padded, writtenOut } from './polynomials.ts';
import type { ArimaProcess } from './process.ts';
import { constantInLevels, difference } from './series.ts';
import { stateSize } from './stationary.ts';

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
