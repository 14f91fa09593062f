import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import { countObserved, meanObserved } from '../../kernels/observed.ts';

/**
 * The mean of all values, at every step (FPP3, 5.2). Independent errors around a mean that is itself estimated:
 * σ √(1 + 1 ÷ T) (5.5, table 5.2).
 */
export const mean: Model = {
  name: 'mean',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const observed = countObserved(values);
    if (observed === 0) return { cause: 'no-observations' };
    const centre = meanObserved(values);
    if (!Number.isFinite(centre)) return { cause: 'not-finite' };
    const variance = varianceAround(values, centre, observed);
    return {
      model: 'mean',
      parameters: { mean: centre },
      forecast: (horizon) => new Float64Array(horizon).fill(centre),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        for (let r = 0; r < origins.length; r++)
          rows.fill(meanObserved(over, 0, origins[r]), r * horizon, (r + 1) * horizon);
        return rows;
      },
      ...(Number.isFinite(variance) && {
        deviations: (horizon: number) =>
          new Float64Array(horizon).fill(Math.sqrt(variance * (1 + 1 / observed))),
        simulate(horizon: number, paths: number, random: () => number) {
          const deviation = Math.sqrt(variance);
          const rows = new Float64Array(paths * horizon);
          for (let p = 0; p < paths; p++) {
            const around = centre + (deviation / Math.sqrt(observed)) * standardNormal(random);
            for (let h = 0; h < horizon; h++)
              rows[p * horizon + h] = around + deviation * standardNormal(random);
          }
          return rows;
        },
      }),
    };
  },
};

/** With T − 1 in the denominator, because the mean was estimated from the same values; NaN for a single one. */
function varianceAround(values: Float64Array, centre: number, observed: number): number {
  let squares = 0;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(values[t])) continue;
    const error = values[t] - centre;
    squares += error * error;
  }
  return observed > 1 ? squares / (observed - 1) : Number.NaN;
}
