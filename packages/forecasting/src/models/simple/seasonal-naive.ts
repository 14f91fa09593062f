import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import { stepVariance } from '../../kernels/chance/random-walk.ts';
import { lastObserved } from '../../kernels/observed.ts';

/**
 * The last season, repeated (FPP3, 5.2): the yardstick of this package. A phase that was not observed in the last season
 * takes the latest season in which it was; one that never was takes the last value observed. Each phase is a random walk
 * from season to season, so that its error grows with the root of the seasons since that value (5.5, table 5.2).
 */
export const seasonalNaive: Model = {
  name: 'seasonal-naive',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values, season } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    const variance = stepVariance(values, season);
    /** Seasons from the value that a step repeats to that step. */
    const seasonsAhead = (h: number): number =>
      Math.ceil((values.length + h - source(values, values.length, season, h)) / season);
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
      ...(Number.isFinite(variance) && {
        deviations: (horizon: number) =>
          Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(variance * seasonsAhead(h))),
        simulate(horizon: number, paths: number, random: () => number) {
          const rows = new Float64Array(paths * horizon);
          for (let p = 0; p < paths; p++) {
            const path = rows.subarray(p * horizon, (p + 1) * horizon);
            repeatLastSeason(values, values.length, season, path, 0, Math.min(season, horizon));
            for (let h = 0; h < horizon; h++) {
              const steps = h < season ? seasonsAhead(h) : 1;
              const start = h < season ? path[h] : path[h - season];
              path[h] = start + Math.sqrt(steps * variance) * standardNormal(random);
            }
          }
          return rows;
        },
      }),
    };
  },
};

/** Index of the value that stands for step h (0: the first) after `origin` values; -1 where nothing was observed. */
function source(values: Float64Array, origin: number, season: number, h: number): number {
  let t = origin + (h % season) - season;
  while (t >= 0 && Number.isNaN(values[t])) t -= season;
  return t >= 0 ? t : lastObserved(values, origin);
}

function repeatLastSeason(
  values: Float64Array,
  origin: number,
  season: number,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  for (let h = 0; h < horizon; h++)
    rows[at + h] =
      h < season ? (values[source(values, origin, season, h)] ?? Number.NaN) : rows[at + h - season];
}
