/**
 * Additive error, additive damped trend, additive season in error-correction form: ETS(A,Ad,A)
 * (Hyndman et al. 2008, table 2.2). State: [level, trend, season of phase 0 … season − 1]; phase = t mod season.
 */

import type { EtsConstants } from './form.ts';

/**
 * Takes values[from, to) in, changes `state`, and returns the sum of squared one-step errors. In a period that was not
 * observed the trend goes on and nothing is learnt; the phase goes on too.
 */
export function additivePass(
  values: Float64Array,
  from: number,
  to: number,
  season: number,
  { alpha, beta, gamma, phi }: EtsConstants,
  state: Float64Array,
): number {
  let level = state[0];
  let trend = state[1];
  let phase = 2 + (from % season);
  const end = 2 + season;
  let squaredError = 0;
  for (let t = from; t < to; t++) {
    const value = values[t];
    trend *= phi;
    level += trend;
    if (!Number.isNaN(value)) {
      const error = value - level - state[phase];
      squaredError += error * error;
      level += alpha * error;
      trend += beta * error;
      state[phase] += gamma * error;
    }
    if (++phase === end) phase = 2;
  }
  state[0] = level;
  state[1] = trend;
  return squaredError;
}

/** Writes the means of the `horizon` periods from `origin` on into rows[at …] (Hyndman et al. 2008, table 2.1). */
export function additiveForecast(
  origin: number,
  season: number,
  phi: number,
  state: Float64Array,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  let level = state[0];
  let trend = state[1];
  for (let h = 0; h < horizon; h++) {
    trend *= phi;
    level += trend;
    rows[at + h] = level + state[2 + ((origin + h) % season)];
  }
}

/** Seasons that give the initial states; more would hide an early change of pattern. */
const START_SEASONS = 8;

/**
 * Initial states from the first seasons: a line through the seasons' means, and the mean deviation from it by phase,
 * centred on zero (after Hyndman et al. 2008, 2.6.1). A phase that was never observed deviates by 0. The trend is 0 where
 * `trended` is false or fewer than two seasons were observed.
 */
export function additiveStart(values: Float64Array, season: number, trended: boolean): Float64Array {
  const seasons = Math.max(1, Math.min(START_SEASONS, Math.floor(values.length / season)));
  const span = Math.min(values.length, Math.max(seasons * season, season === 1 ? 10 : 0));
  const { level, slope } = trended ? line(values, span, season) : { level: mean(values, span), slope: 0 };
  const state = new Float64Array(2 + season);
  state[1] = slope;
  state[0] = level - slope;
  if (season === 1) return state;
  const counts = new Uint32Array(season);
  let squares = 0;
  let observed = 0;
  for (let t = 0; t < span; t++) {
    if (Number.isNaN(values[t])) continue;
    const deviation = values[t] - level - slope * t;
    state[2 + (t % season)] += deviation;
    counts[t % season]++;
    squares += deviation * deviation;
    observed++;
  }
  let centre = 0;
  for (let phase = 0; phase < season; phase++) {
    if (counts[phase] > 0) state[2 + phase] /= counts[phase];
    centre += state[2 + phase] / season;
  }
  let explained = 0;
  for (let phase = 0; phase < season; phase++) {
    explained += counts[phase] * state[2 + phase] ** 2;
    state[2 + phase] -= centre;
  }
  state[0] += centre;
  const shrinkage = credibility(explained, squares - explained, season, observed);
  for (let phase = 0; phase < season; phase++) state[2 + phase] *= shrinkage;
  return state;
}

/**
 * How far phase means can be believed: 1 − noise variance of a mean ÷ its variance between phases, at least 0
 * (James & Stein 1961). Weak seasons of short histories are mostly noise, and forecasting that noise costs accuracy.
 */
function credibility(explained: number, unexplained: number, season: number, observed: number): number {
  const between = explained / (season - 1);
  const within = unexplained / (observed - season);
  if (!(observed > season)) return 1;
  return between > 0 ? Math.max(0, 1 - within / between) : 0;
}

function mean(values: Float64Array, span: number): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < span; t++) {
    if (Number.isNaN(values[t])) continue;
    sum += values[t];
    count++;
  }
  return sum / count;
}

/** Least-squares line through the means of the first and second half of the span, whole seasons each. */
function line(values: Float64Array, span: number, season: number): { level: number; slope: number } {
  const half = Math.floor(span / 2 / season) * season || Math.floor(span / 2);
  let early = 0;
  let late = 0;
  let earlyCount = 0;
  let lateCount = 0;
  for (let t = 0; t < half; t++) {
    if (!Number.isNaN(values[t])) {
      early += values[t];
      earlyCount++;
    }
    if (!Number.isNaN(values[t + half])) {
      late += values[t + half];
      lateCount++;
    }
  }
  if (earlyCount === 0 || lateCount === 0) return { level: mean(values, span), slope: 0 };
  const slope = (late / lateCount - early / earlyCount) / half;
  return { level: early / earlyCount - (slope * (half - 1)) / 2, slope };
}
