import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** About a month of days, half a year of weeks: long enough to calm noise, short enough to follow the level. */
const WINDOW_PERIODS = 28;

/** From months of the year on one season is long enough: a mean of two years follows the level too late. */
const LONG_SEASON = 12;

/** Whole seasons nearest to 28 periods, so that no phase weighs more than another; of a long season one. */
export function windowLength(season: number): number {
  return season >= LONG_SEASON ? season : season * Math.max(1, Math.round(WINDOW_PERIODS / season));
}

/** The mean of the last observed values: 28 of them, as whole seasons. Values not observed take no place in it. */
export const windowAverage: Model = {
  name: 'window-average',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values, season } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    const window = windowLength(season);
    return {
      model: 'window-average',
      parameters: { window },
      forecast: (horizon) => new Float64Array(horizon).fill(meanOfLast(values, values.length, window)),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        for (let r = 0; r < origins.length; r++)
          rows.fill(meanOfLast(over, origins[r], window), r * horizon, (r + 1) * horizon);
        return rows;
      },
    };
  },
};

/** Mean of the last `window` observed values before `end`, of fewer where there are fewer; NaN for none. */
function meanOfLast(values: Float64Array, end: number, window: number): number {
  let sum = 0;
  let count = 0;
  for (let t = end - 1; t >= 0 && count < window; t--) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}
