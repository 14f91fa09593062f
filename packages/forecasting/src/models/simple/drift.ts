import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import { stepVariance } from '../../kernels/chance/random-walk.ts';
import { firstObserved, lastObserved } from '../../kernels/observed.ts';

/**
 * The line through the first and the last value, continued: a random walk with drift (FPP3, 5.2). The drift is the mean
 * change, and what is not known of it widens the interval: σ √(h (1 + h ÷ (T − 1))) (5.5, table 5.2). Values not observed
 * at the end are steps ahead like those that are asked for.
 */
export const drift: Model = {
  name: 'drift',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const first = firstObserved(values);
    if (first < 0) return { cause: 'no-observations' };
    const last = lastObserved(values);
    if (last === first) return { cause: 'history-too-short' };
    const changes = last - first;
    const slope = (values[last] - values[first]) / changes;
    if (!Number.isFinite(slope)) return { cause: 'not-finite' };
    const silent = values.length - 1 - last;
    const variance = stepVariance(values, 1, slope, 1);
    return {
      model: 'drift',
      parameters: { drift: slope },
      forecast(horizon) {
        const rows = new Float64Array(horizon);
        continueLine(values, values.length, rows, 0, horizon);
        return rows;
      },
      // The drift, too, is taken from what lies before the origin: it costs nothing and so knows nothing of what follows.
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        for (let r = 0; r < origins.length; r++) continueLine(over, origins[r], rows, r * horizon, horizon);
        return rows;
      },
      ...(Number.isFinite(variance) && {
        deviations: (horizon: number) =>
          Float64Array.from({ length: horizon }, (_, h) => {
            const steps = silent + h + 1;
            return Math.sqrt(variance * steps * (1 + steps / changes));
          }),
        simulate(horizon: number, paths: number, random: () => number) {
          const deviation = Math.sqrt(variance);
          const rows = new Float64Array(paths * horizon);
          for (let p = 0; p < paths; p++) {
            const step = slope + (deviation / Math.sqrt(changes)) * standardNormal(random);
            let value = values[last] + silent * step + Math.sqrt(silent) * deviation * standardNormal(random);
            for (let h = 0; h < horizon; h++) {
              value += step + deviation * standardNormal(random);
              rows[p * horizon + h] = value;
            }
          }
          return rows;
        },
      }),
    };
  },
};

/** NaN before the first value; that value itself before there is a second one. */
function continueLine(
  values: Float64Array,
  origin: number,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  const last = lastObserved(values, origin);
  const first = last < 0 ? -1 : firstObserved(values);
  const slope = last > first ? (values[last] - values[first]) / (last - first) : 0;
  for (let h = 0; h < horizon; h++)
    rows[at + h] = last < 0 ? Number.NaN : values[last] + (origin - last + h) * slope;
}
