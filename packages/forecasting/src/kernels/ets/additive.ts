/**
 * One-step errors of the smoothing forms whose trend and season are added, and how these errors change with constants
 * and initial states. State: [level, trend, season of phase 0 … season − 1], phase = t mod season; without a season one
 * phase that stays 0. Errors of proportional size change nothing here: α(l + b + s)ε is α times the error in units
 * (Hyndman et al. 2008, tables 2.2 and 2.3).
 */
import type { EtsConstants } from './form.ts';

/**
 * Runs through all values from `state`, which it changes. Writes the error of each, 0 where it was not observed, and
 * the trend before it. Returns the sum of squared errors.
 */
export function additiveErrors(
  values: Float64Array,
  season: number,
  { alpha, beta, gamma, phi }: EtsConstants,
  state: Float64Array,
  errors: Float64Array,
  trends: Float64Array,
): number {
  const end = 2 + season;
  let level = state[0];
  let trend = state[1];
  let phase = 2;
  let squaredError = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    trends[t] = trend;
    trend *= phi;
    level += trend;
    let error = 0;
    if (!Number.isNaN(value)) {
      error = value - level - state[phase];
      squaredError += error * error;
      level += alpha * error;
      trend += beta * error;
      state[phase] += gamma * error;
    }
    errors[t] = error;
    if (++phase === end) phase = 2;
  }
  state[0] = level;
  state[1] = trend;
  return squaredError;
}

/** Numbers a direction has: changes of alpha, beta, gamma, phi, initial level and trend, and the phase that changes by 1 or −1. */
export const DIRECTION = 7;

/**
 * Derivatives of the errors along two directions at once, because one alone would leave the processor waiting for its
 * own last result. `directions` has DIRECTION numbers a direction; column k of `columns` receives direction k.
 * `seasons` is scratch of 2 × season. Not observed: 0.
 */
export function additiveDerivatives(
  values: Float64Array,
  season: number,
  { alpha, beta, gamma, phi }: EtsConstants,
  errors: Float64Array,
  trends: Float64Array,
  directions: Float64Array,
  first: number,
  second: number,
  seasons: Float64Array,
  columns: Float64Array,
): void {
  const length = values.length;
  const p = first * DIRECTION;
  const q = second * DIRECTION;
  const alphaP = directions[p];
  const betaP = directions[p + 1];
  const gammaP = directions[p + 2];
  const phiP = directions[p + 3];
  const alphaQ = directions[q];
  const betaQ = directions[q + 1];
  const gammaQ = directions[q + 2];
  const phiQ = directions[q + 3];
  let levelP = directions[p + 4];
  let trendP = directions[p + 5];
  let levelQ = directions[q + 4];
  let trendQ = directions[q + 5];
  seasons.fill(0, 0, 2 * season);
  if (directions[p + 6] >= 0) seasons[2 * directions[p + 6]] = 1;
  if (directions[q + 6] >= 0) seasons[2 * directions[q + 6] + 1] = 1;
  const intoP = first * length;
  const intoQ = second * length;
  const end = 2 * season;
  let phase = 0;
  for (let t = 0; t < length; t++) {
    const value = values[t];
    const error = errors[t];
    const trend = trends[t];
    trendP = phi * trendP + phiP * trend;
    trendQ = phi * trendQ + phiQ * trend;
    levelP += trendP;
    levelQ += trendQ;
    let changeP = 0;
    let changeQ = 0;
    if (!Number.isNaN(value)) {
      const seasonP = seasons[phase];
      const seasonQ = seasons[phase + 1];
      changeP = -levelP - seasonP;
      changeQ = -levelQ - seasonQ;
      levelP += alpha * changeP + alphaP * error;
      levelQ += alpha * changeQ + alphaQ * error;
      trendP += beta * changeP + betaP * error;
      trendQ += beta * changeQ + betaQ * error;
      seasons[phase] = seasonP + gamma * changeP + gammaP * error;
      seasons[phase + 1] = seasonQ + gamma * changeQ + gammaQ * error;
    }
    columns[intoP + t] = changeP;
    columns[intoQ + t] = changeQ;
    phase += 2;
    if (phase === end) phase = 0;
  }
}
