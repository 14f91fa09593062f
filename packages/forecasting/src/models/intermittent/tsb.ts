import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { tsb as smoothTsb, type TsbState } from '../../kernels/intermittent/croston.ts';
import { AT_ONCE, tryProbabilityAlphas, trySizeAlphas } from '../../kernels/intermittent/tsb-search.ts';
import { lastObserved } from '../../kernels/observed.ts';

/**
 * Constants that are tried. Finer ones were no better on windows not reported: the error is flat between them, and which one
 * of two neighbours is best is luck.
 */
const ALPHAS = Float64Array.of(0.01, 0.03, 0.1, 0.3);
const USUAL_ALPHA = 0.1;
/** Two years of days, of which the probability's constant is learnt: how fast demand changed before says less, and costs. */
const RECENT_PERIODS = 730;
/** Observed periods that give the initial size and probability: two weeks of days, a year of months. */
const START_PERIODS = 14;

/**
 * Teunter–Syntetos–Babai: probability of a demand × its size, both smoothed, so that obsolete items fade to zero
 * (EJOR 214, 2011, eq. 1). Constants by least squares on one-step errors: the probability's first, because it moves the
 * forecast most, then the size's.
 */
export const tsb: Model = {
  name: 'tsb',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    const start = startingState(values);
    if (start === undefined) return { cause: 'no-sales' };
    const errors = new Float64Array(AT_ONCE);
    const recent = values.subarray(-RECENT_PERIODS);
    tryProbabilityAlphas(recent, USUAL_ALPHA, ALPHAS, startingState(recent) ?? start, errors);
    const probabilityAlpha = ALPHAS[smallest(errors)];
    const sizes = new Float64Array(AT_ONCE);
    const probability = trySizeAlphas(values, probabilityAlpha, ALPHAS, start, errors, sizes);
    const best = smallest(errors);
    if (!Number.isFinite(errors[best])) return { cause: 'not-finite' };
    const sizeAlpha = ALPHAS[best];
    const end = { size: sizes[best], probability };
    const rate = end.size * end.probability;
    return {
      model: 'tsb',
      parameters: { sizeAlpha, probabilityAlpha, size: end.size, probability: end.probability },
      forecast: (horizon) => new Float64Array(horizon).fill(rate),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        const state = { ...start };
        let reached = 0;
        for (let r = 0; r < origins.length; r++) {
          smoothTsb(over, reached, origins[r], sizeAlpha, probabilityAlpha, state);
          reached = origins[r];
          rows.fill(state.size * state.probability, r * horizon, (r + 1) * horizon);
        }
        return rows;
      },
    };
  },
};

/** Mean size and share of demands in the first observed periods, in more where those had none; undefined without any. */
function startingState(values: Float64Array): TsbState | undefined {
  let observed = 0;
  let demands = 0;
  let sum = 0;
  for (let t = 0; t < values.length && (observed < START_PERIODS || demands === 0); t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    observed++;
    if (value === 0) continue;
    demands++;
    sum += value;
  }
  return demands === 0 ? undefined : { size: sum / demands, probability: demands / observed };
}

function smallest(errors: Float64Array): number {
  let best = 0;
  for (let i = 1; i < errors.length; i++) if (errors[i] < errors[best]) best = i;
  return best;
}
