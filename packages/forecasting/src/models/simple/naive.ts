import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import { stepVariance } from '../../kernels/chance/random-walk.ts';
import { lastObserved } from '../../kernels/observed.ts';

/**
 * The last value, repeated: a random walk's forecast (Hyndman & Athanasopoulos, FPP3, 5.2). Its error grows with the
 * root of the steps since that value (5.5, table 5.2).
 */
export const naive: Model = {
  name: 'naive',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const last = lastObserved(values);
    if (last < 0) return { cause: 'no-observations' };
    const silent = values.length - 1 - last;
    const variance = stepVariance(values, 1);
    return {
      model: 'naive',
      parameters: {},
      forecast: (horizon) => new Float64Array(horizon).fill(values[last]),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        for (let r = 0; r < origins.length; r++) {
          const known = lastObserved(over, origins[r]);
          rows.fill(known < 0 ? Number.NaN : over[known], r * horizon, (r + 1) * horizon);
        }
        return rows;
      },
      ...(Number.isFinite(variance) && {
        deviations: (horizon: number) =>
          Float64Array.from({ length: horizon }, (_, h) => Math.sqrt(variance * (silent + h + 1))),
        simulate(horizon: number, paths: number, random: () => number) {
          const deviation = Math.sqrt(variance);
          const rows = new Float64Array(paths * horizon);
          for (let p = 0; p < paths; p++) {
            let value = values[last] + Math.sqrt(silent) * deviation * standardNormal(random);
            for (let h = 0; h < horizon; h++) {
              value += deviation * standardNormal(random);
              rows[p * horizon + h] = value;
            }
          }
          return rows;
        },
      }),
    };
  },
};
