import type { FitFailure, FittedModel, SeriesInput } from '../../contract.ts';
import { type CrostonState, croston, crostonStart } from '../../kernels/intermittent/croston.ts';

/** What members of Croston's family differ in. */
export interface CrostonForm {
  readonly model: string;
  readonly sizeAlpha: number;
  readonly intervalAlpha: number;
  /** What size ÷ interval is multiplied by. */
  readonly correction: number;
}

/**
 * Size ÷ interval of demands, each smoothed from demand to demand (Croston 1972, Operational Research Quarterly 23). The
 * forecast stays as it is between demands.
 */
export function fitCroston(series: SeriesInput, form: CrostonForm): FittedModel | FitFailure {
  const { values } = series;
  const { model, sizeAlpha, intervalAlpha, correction } = form;
  /** Demand a period; NaN before the first demand. */
  const rateOf = (state: CrostonState): number => (correction * state.size) / state.interval;
  const end = crostonStart();
  croston(values, 0, values.length, sizeAlpha, intervalAlpha, end);
  const rate = rateOf(end);
  if (Number.isNaN(rate)) return { cause: 'no-sales' };
  if (!Number.isFinite(rate)) return { cause: 'not-finite' };
  return {
    model,
    parameters: { sizeAlpha, intervalAlpha, size: end.size, interval: end.interval },
    forecast: (horizon) => new Float64Array(horizon).fill(rate),
    replay(origins, horizon, { values: over } = series) {
      const rows = new Float64Array(origins.length * horizon);
      const state = crostonStart();
      let reached = 0;
      for (let r = 0; r < origins.length; r++) {
        croston(over, reached, origins[r], sizeAlpha, intervalAlpha, state);
        reached = origins[r];
        rows.fill(rateOf(state), r * horizon, (r + 1) * horizon);
      }
      return rows;
    },
  };
}
