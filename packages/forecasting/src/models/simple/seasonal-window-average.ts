import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** Two months of days, five years of months: on daily sales eight weekdays calm the noise that one of them repeats. */
const WINDOW_PERIODS = 56;
const FEWEST_SEASONS = 2;

/** Seasons that are averaged: those nearest to 56 periods, at least two. */
export function windowSeasons(season: number): number {
  return Math.max(FEWEST_SEASONS, Math.round(WINDOW_PERIODS / season));
}

/**
 * For each phase of the season the mean of its last observed values, as many as fill 56 periods: seasonal naive, calmed.
 * A phase that was never observed takes the mean of the others.
 */
export const seasonalWindowAverage: Model = {
  name: 'seasonal-window-average',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values, season } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    const window = windowSeasons(season);
    const rowsAt = (over: Float64Array, origins: ArrayLike<number>, horizon: number): Float64Array => {
      const rows = new Float64Array(origins.length * horizon);
      const phases = new Float64Array(season);
      for (let r = 0; r < origins.length; r++) {
        phaseMeans(over, origins[r], window, phases);
        for (let h = 0; h < horizon; h++) rows[r * horizon + h] = phases[h % season];
      }
      return rows;
    };
    return {
      model: 'seasonal-window-average',
      parameters: { seasons: window },
      forecast: (horizon) => rowsAt(values, [values.length], horizon),
      replay: (origins, horizon, { values: over } = series) => rowsAt(over, origins, horizon),
    };
  },
};

/** Writes the mean of each phase, that of the first period from `end` on first; NaN where nothing was observed. */
function phaseMeans(values: Float64Array, end: number, window: number, means: Float64Array): void {
  const season = means.length;
  let sumOfMeans = 0;
  let known = 0;
  for (let phase = 0; phase < season; phase++) {
    let sum = 0;
    let count = 0;
    for (let t = end + phase - season; t >= 0 && count < window; t -= season) {
      if (Number.isNaN(values[t])) continue;
      sum += values[t];
      count++;
    }
    means[phase] = sum / count;
    if (count === 0) continue;
    sumOfMeans += means[phase];
    known++;
  }
  for (let phase = 0; phase < season; phase++)
    if (Number.isNaN(means[phase])) means[phase] = sumOfMeans / known;
}
