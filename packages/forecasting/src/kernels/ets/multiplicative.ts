/**
 * One-step errors of the forms whose season multiplies and whose trend, if any, is added: ETS(M,·,M), and how these
 * errors change with constants and initial states (Hyndman et al. 2008, table 2.3). In units, with q = l + φb:
 * error = y − q s; level q + α error/s, trend φb + β error/s, season s + γ error/q. State as in the additive kernel,
 * seasons around 1.
 */

import { DIRECTION } from './additive.ts';
import type { EtsConstants } from './form.ts';

/** What a run leaves for derivatives, a number a period each. */
export interface MultiplicativeTrace {
  /** y − forecast; 0 where not observed. */
  readonly errors: Float64Array;
  /** Trend before the period, undamped. */
  readonly trends: Float64Array;
  /** l + φb */
  readonly bases: Float64Array;
  readonly seasons: Float64Array;
}

/**
 * A season's factors stay between a hundredth and a hundred times the mean that they start with: a forecast divides by
 * factors, and nearly nothing would make it explode. No season of sales is stronger.
 */
export const LEAST_FACTOR = 0.01;
export const MOST_FACTOR = 100;

/**
 * Runs through all values from `state`, which it changes. Returns the sum of squared errors; Infinity, and stops, where a
 * base is not positive, which no positive sale can come from, or a factor is out of bounds.
 */
export function multiplicativeErrors(
  values: Float64Array,
  season: number,
  { alpha, beta, gamma, phi }: EtsConstants,
  state: Float64Array,
  { errors, trends, bases, seasons }: MultiplicativeTrace,
): number {
  const end = 2 + season;
  let mean = 0;
  for (let j = 2; j < end; j++) mean += state[j] / season;
  const least = LEAST_FACTOR * mean;
  const most = MOST_FACTOR * mean;
  for (let j = 2; j < end; j++) if (!(state[j] >= least && state[j] <= most)) return Number.POSITIVE_INFINITY;
  let level = state[0];
  let trend = state[1];
  let phase = 2;
  let squaredError = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    trends[t] = trend;
    trend *= phi;
    level += trend;
    const factor = state[phase];
    bases[t] = level;
    seasons[t] = factor;
    if (!(level > 0)) return Number.POSITIVE_INFINITY;
    let error = 0;
    if (!Number.isNaN(value)) {
      error = value - level * factor;
      squaredError += error * error;
      const learnt = factor + (gamma * error) / level;
      if (!(learnt >= least && learnt <= most)) return Number.POSITIVE_INFINITY;
      state[phase] = learnt;
      const adjusted = error / factor;
      level += alpha * adjusted;
      trend += beta * adjusted;
    }
    errors[t] = error;
    if (++phase === end) phase = 2;
  }
  state[0] = level;
  state[1] = trend;
  return squaredError;
}

/** Derivatives of the errors along one direction; see the additive kernel for what a direction is. */
export function multiplicativeDerivative(
  values: Float64Array,
  season: number,
  { alpha, beta, gamma, phi }: EtsConstants,
  { errors, trends, bases, seasons }: MultiplicativeTrace,
  directions: Float64Array,
  direction: number,
  factors: Float64Array,
  columns: Float64Array,
): void {
  const length = values.length;
  const at = direction * DIRECTION;
  const alphaChange = directions[at];
  const betaChange = directions[at + 1];
  const gammaChange = directions[at + 2];
  const phiChange = directions[at + 3];
  let level = directions[at + 4];
  let trend = directions[at + 5];
  factors.fill(0, 0, season);
  if (directions[at + 6] >= 0) factors[directions[at + 6]] = 1;
  const into = direction * length;
  let phase = 0;
  for (let t = 0; t < length; t++) {
    trend = phi * trend + phiChange * trends[t];
    level += trend;
    let change = 0;
    if (!Number.isNaN(values[t])) {
      const base = bases[t];
      const factor = seasons[t];
      const factorChange = factors[phase];
      const perFactor = errors[t] / factor;
      const perBase = errors[t] / base;
      change = -(factor * level + base * factorChange);
      const ofLevel = (change - perFactor * factorChange) / factor;
      factors[phase] = factorChange + (gamma * (change - perBase * level)) / base + gammaChange * perBase;
      level += alpha * ofLevel + alphaChange * perFactor;
      trend += beta * ofLevel + betaChange * perFactor;
    }
    columns[into + t] = change;
    if (++phase === season) phase = 0;
  }
}
