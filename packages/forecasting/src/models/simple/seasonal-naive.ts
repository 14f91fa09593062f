import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { lastObserved } from '../../kernels/observed.ts';

/**
 * The last season, repeated (FPP3, 5.2): the yardstick of this package.
 * A phase that was not observed in the last season takes the latest season in which it was; one that never was takes the
 * last value observed.
 */
export const seasonalNaive: Model = {
  name: 'seasonal-naive',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values, season } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    return {
      model: 'seasonal-naive',
      parameters: { season },
      forecast(horizon) {
        const rows = new Float64Array(horizon);
        repeatLastSeason(values, values.length, season, rows, 0, horizon);
        return rows;
      },
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        for (let r = 0; r < origins.length; r++)
          repeatLastSeason(over, origins[r], season, rows, r * horizon, horizon);
        return rows;
      },
    };
  },
};

function repeatLastSeason(
  values: Float64Array,
  origin: number,
  season: number,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  let fallback = Number.NaN;
  for (let h = 0; h < horizon; h++) {
    if (h >= season) {
      rows[at + h] = rows[at + h - season];
      continue;
    }
    let t = origin + h - season;
    while (t >= 0 && Number.isNaN(values[t])) t -= season;
    if (t >= 0) {
      rows[at + h] = values[t];
    } else {
      if (Number.isNaN(fallback)) fallback = values[lastObserved(values, origin)] ?? Number.NaN;
      rows[at + h] = fallback;
    }
  }
}
