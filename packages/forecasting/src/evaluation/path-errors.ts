import type { FittedModel } from '../contract.ts';
import { toRoot } from '../kernels/root-scale.ts';
import { strideOf } from './origins.ts';
import { clamp, type Range } from './range.ts';
import type { TestWindow } from './score.ts';
import { smoothSpread, widePrior } from './spread.ts';

/** Errors of a model at many past origins, by step ahead, on the scale where their spread is even. */
export interface PathErrors {
  /** origins × horizon, NaN where the value was not observed or lies ahead. */
  readonly rows: Float64Array;
  readonly origins: number;
  readonly horizon: number;
  /** Periods from the first origin to the last value. */
  readonly periods: number;
  /** Spread by step: root of the mean squared error, smoothed over the steps. */
  readonly spread: Float64Array;
  /** All errors ÷ their step's spread, sorted. */
  readonly standardised: Float64Array;
}

/** More origins before the tests sharpen nothing: errors of neighbouring origins are nearly the same. */
const MOST_ORIGINS = 64;
/** Seasons back that origins are taken from: two years of weeks; older errors say little about the next ones. */
const SEASONS_BACK = 104;
/** With fewer errors than this their own quantiles mean little, and normal scores of a wide spread join them. */
const FEWEST_ERRORS = 10;
/** Expected order statistics of ten standard normal values (Harter 1961, Biometrika 48). */
const NORMAL_SCORES = [-1.539, -1.001, -0.656, -0.376, -0.123, 0.123, 0.376, 0.656, 1.001, 1.539];

/**
 * Collects the errors that intervals are taken from. From the first test origin on they are the backtest's own: nothing
 * of what was forecast had been fitted to. Before that they are the errors of `fitted` at up to 64 origins of the last 104
 * seasons, its states as they were there, its parameters from the whole history: a little too small, many and cheap.
 *
 * @param windows the model's test windows; those that begin before the end of `values` count, as far as it.
 */
export function pathErrors(
  values: Float64Array,
  season: number,
  fitted: FittedModel,
  windows: readonly TestWindow[],
  horizon: number,
  range: Range,
): PathErrors {
  const tested = windows.filter(({ origin }) => origin < values.length);
  const early = replayOrigins(values.length, tested[0]?.origin ?? values.length, season);
  const replayed = fitted.replay(early, horizon);
  const origins = early.length + tested.length;
  const rows = new Float64Array(origins * horizon).fill(Number.NaN);
  const squares = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  let total = 0;
  const inflation = optimism(values, early, replayed, tested, horizon, range);
  for (let r = 0; r < origins; r++) {
    const window = r < early.length ? undefined : tested[r - early.length];
    const origin = window?.origin ?? early[r];
    const forecast = window?.forecast ?? replayed.subarray(r * horizon, (r + 1) * horizon);
    const end = Math.min(forecast.length, values.length - origin);
    for (let h = 0; h < end; h++) {
      const raw = onScale(values[origin + h], range) - onScale(clamp(forecast[h], range), range);
      const error = window ? raw : raw * inflation;
      if (Number.isNaN(error)) continue;
      rows[r * horizon + h] = error;
      squares[h] += error * error;
      counts[h]++;
      total++;
    }
  }
  const few = total < FEWEST_ERRORS;
  const spread = few ? widePrior(values, range, horizon) : smoothSpread(squares, counts);
  const standardised = new Float64Array(total + (few ? NORMAL_SCORES.length : 0));
  let at = 0;
  for (let i = 0; i < rows.length; i++)
    if (!Number.isNaN(rows[i])) standardised[at++] = rows[i] / (spread[i % horizon] || 1);
  if (few) standardised.set(NORMAL_SCORES, at);
  standardised.sort();
  const periods = values.length - (early[0] ?? tested[0]?.origin ?? values.length);
  return { rows, origins, horizon, periods, spread, standardised };
}

/** Sales on the root scale; values that may be negative as they are, because shifting those must change nothing. */
export function onScale(value: number, range: Range): number {
  return range.nonNegative ? toRoot(value) : value;
}

/** Origins before `end` at which states have settled (two seasons in), evenly spread, every phase met. */
function replayOrigins(length: number, end: number, season: number): Int32Array {
  const first = Math.max(1, Math.min(2 * season, length >> 1), length - SEASONS_BACK * season);
  const available = Math.max(0, end - first);
  const stride = strideOf(available, MOST_ORIGINS, season);
  const count = Math.ceil(available / stride);
  return Int32Array.from({ length: count }, (_, i) => end - 1 - (count - 1 - i) * stride);
}

/** More than this is no optimism of a fit but a change of the series. */
const MOST_INFLATION = 2;

/** Root of mean squared error in the tests ÷ mean squared error of the replay, both over the same steps; at least 1. */
function optimism(
  values: Float64Array,
  early: Int32Array,
  replayed: Float64Array,
  tested: readonly TestWindow[],
  horizon: number,
  range: Range,
): number {
  let outside = 0;
  let outsideCount = 0;
  for (const { origin, forecast } of tested) {
    const end = Math.min(forecast.length, values.length - origin);
    for (let h = 0; h < end; h++) {
      const error = onScale(values[origin + h], range) - onScale(forecast[h], range);
      if (Number.isNaN(error)) continue;
      outside += error * error;
      outsideCount++;
    }
  }
  let inside = 0;
  let insideCount = 0;
  for (let r = 0; r < early.length; r++) {
    const end = Math.min(horizon, values.length - early[r]);
    for (let h = 0; h < end; h++) {
      const error =
        onScale(values[early[r] + h], range) - onScale(clamp(replayed[r * horizon + h], range), range);
      if (Number.isNaN(error)) continue;
      inside += error * error;
      insideCount++;
    }
  }
  const ratio = outside / outsideCount / (inside / insideCount);
  return ratio > 1 ? Math.min(MOST_INFLATION, Math.sqrt(ratio)) : 1;
}
