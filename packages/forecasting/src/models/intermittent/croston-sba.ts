import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { type CrostonState, croston, crostonStart } from '../../kernels/croston.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** Croston's own choice, and what comparisons have used since (Syntetos & Boylan 2005). */
const ALPHA = 0.1;

/**
 * Croston's method with the correction of Syntetos and Boylan: (1 − α/2) × size ÷ interval
 * (Syntetos & Boylan 2005, International Journal of Forecasting 21, eq. 3).
 */
export const crostonSba: Model = {
  name: 'croston-sba',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    const end = crostonStart();
    croston(values, 0, values.length, ALPHA, end);
    const rate = demandRate(end);
    if (Number.isNaN(rate)) return { cause: 'no-sales' };
    if (!Number.isFinite(rate)) return { cause: 'not-finite' };
    return {
      model: 'croston-sba',
      parameters: { alpha: ALPHA, size: end.size, interval: end.interval },
      forecast: (horizon) => new Float64Array(horizon).fill(rate),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        const state = crostonStart();
        let reached = 0;
        for (let r = 0; r < origins.length; r++) {
          croston(over, reached, origins[r], ALPHA, state);
          reached = origins[r];
          rows.fill(demandRate(state), r * horizon, (r + 1) * horizon);
        }
        return rows;
      },
    };
  },
};

/** Demand a period; NaN before the first demand. */
function demandRate(state: CrostonState): number {
  return ((1 - ALPHA / 2) * state.size) / state.interval;
}
