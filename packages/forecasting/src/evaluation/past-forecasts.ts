import type { FittedModel } from '../contract.ts';
import { countObserved } from '../kernels/observed.ts';
import { strideOf } from './origins.ts';
import { clamp, type Range } from './range.ts';
import type { TestWindow } from './score.ts';

/** What was forecast at many past origins, and what came: all that intervals are made of. */
export interface PastForecasts {
  /** origins × horizon; NaN where nothing came of it yet, or what came was not observed. */
  readonly forecasts: Float64Array;
  /** origins × horizon, NaN in the same places. */
  readonly actuals: Float64Array;
  /** Increasing. */
  readonly origins: Int32Array;
  readonly horizon: number;
  /** Of the history that they are from. */
  readonly length: number;
  /** The first so many rows are replays of a fit that had seen what came; the others are tests. */
  readonly replayed: number;
  /** Pairs that are known. */
  readonly pairs: number;
  /** Different observed values among them: how much the pairs know, since neighbouring origins share theirs. */
  readonly witnesses: number;
}

/** More origins before the tests sharpen nothing: errors of neighbouring origins are nearly the same. */
const MOST_REPLAYED = 64;
/** Seasons back that origins are taken from: two years of weeks; older errors say little about the next ones. */
const SEASONS_BACK = 104;

/**
 * Collects past forecasts. From the first test origin on they are the backtest's own: nothing of what was forecast had been
 * fitted to. Before that they are those of `fitted` at up to 64 origins of the last 104 seasons, its states as they were
 * there, its parameters from the whole history: a little too good, many and cheap.
 *
 * @param windows the model's test windows; those that begin before the end of `values` count, as far as it.
 */
export function pastForecasts(
  values: Float64Array,
  season: number,
  fitted: FittedModel,
  windows: readonly TestWindow[],
  horizon: number,
  range: Range,
): PastForecasts {
  const tested = windows.filter(({ origin }) => origin < values.length);
  const early = replayOrigins(values.length, tested[0]?.origin ?? values.length, season);
  const replayed = fitted.replay(early, horizon);
  const count = early.length + tested.length;
  const origins = new Int32Array(count);
  const forecasts = new Float64Array(count * horizon).fill(Number.NaN);
  const actuals = new Float64Array(count * horizon).fill(Number.NaN);
  let pairs = 0;
  for (let r = 0; r < count; r++) {
    const window = r < early.length ? undefined : tested[r - early.length];
    const origin = window?.origin ?? early[r];
    const forecast = window?.forecast ?? replayed.subarray(r * horizon, (r + 1) * horizon);
    const end = Math.min(forecast.length, values.length - origin);
    origins[r] = origin;
    for (let h = 0; h < end; h++) {
      const bounded = clamp(forecast[h], range);
      if (Number.isNaN(bounded - values[origin + h])) continue;
      forecasts[r * horizon + h] = bounded;
      actuals[r * horizon + h] = values[origin + h];
      pairs++;
    }
  }
  const witnesses = Math.min(pairs, countObserved(values.subarray(origins[0] ?? values.length)));
  return {
    forecasts,
    actuals,
    origins,
    horizon,
    length: values.length,
    replayed: early.length,
    pairs,
    witnesses,
  };
}

/** Origins before `end` at which states have settled (two seasons in), evenly spread, every phase met. */
function replayOrigins(length: number, end: number, season: number): Int32Array {
  const first = Math.max(1, Math.min(2 * season, length >> 1), length - SEASONS_BACK * season);
  const available = Math.max(0, end - first);
  const stride = strideOf(available, MOST_REPLAYED, season);
  const count = Math.ceil(available / stride);
  return Int32Array.from({ length: count }, (_, i) => end - 1 - (count - 1 - i) * stride);
}
