/** States of exponential smoothing as they follow values, and the means that they forecast. State as in the additive kernel. */
import { additiveForecast, additivePass } from './additive-seasonal.ts';
import type { EtsConstants, EtsForm } from './form.ts';
import { LEAST_FACTOR, MOST_FACTOR } from './multiplicative.ts';

/** Takes values[from, to) in and changes `state`; nothing is learnt where nothing was observed. */
export function etsPass(
  form: EtsForm,
  values: Float64Array,
  from: number,
  to: number,
  season: number,
  constants: EtsConstants,
  state: Float64Array,
): void {
  if (form.season === 'M') multiplicativePass(values, from, to, season, constants, state);
  else additivePass(values, from, to, season, constants, state);
}

/**
 * ETS(M,·,M), table 2.3, over values that it need not have been fitted to: the season's factors stay within their bounds,
 * and where the level is not positive they learn nothing.
 */
function multiplicativePass(
  values: Float64Array,
  from: number,
  to: number,
  season: number,
  { alpha, beta, gamma, phi }: EtsConstants,
  state: Float64Array,
): void {
  let level = state[0];
  let trend = state[1];
  let phase = 2 + (from % season);
  const end = 2 + season;
  for (let t = from; t < to; t++) {
    const value = values[t];
    trend *= phi;
    level += trend;
    if (!Number.isNaN(value)) {
      const factor = state[phase];
      const error = value - level * factor;
      if (level > 0)
        state[phase] = Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, factor + (gamma * error) / level));
      level += (alpha * error) / factor;
      trend += (beta * error) / factor;
    }
    if (++phase === end) phase = 2;
  }
  state[0] = level;
  state[1] = trend;
}

/** Writes the means of the `horizon` periods from `origin` on into rows[at …] (Hyndman et al. 2008, table 2.1). */
export function etsForecast(
  { season: kind }: EtsForm,
  origin: number,
  season: number,
  phi: number,
  state: Float64Array,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  if (kind !== 'M') {
    additiveForecast(origin, season, phi, state, rows, at, horizon);
    return;
  }
  let level = state[0];
  let trend = state[1];
  for (let h = 0; h < horizon; h++) {
    trend *= phi;
    level += trend;
    rows[at + h] = level * state[2 + ((origin + h) % season)];
  }
}
