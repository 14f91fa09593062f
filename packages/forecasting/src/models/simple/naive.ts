import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** The last value, repeated: a random walk's forecast (Hyndman & Athanasopoulos, FPP3, 5.2). */
export const naive: Model = {
  name: 'naive',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const last = lastObserved(values);
    if (last < 0) return { cause: 'no-observations' };
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
    };
  },
};
