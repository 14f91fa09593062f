import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { tsb as smoothTsb, type TsbState } from '../../kernels/croston.ts';
import { lastObserved } from '../../kernels/observed.ts';
import { AT_ONCE, tryProbabilityAlphas, trySizeAlphas } from '../../kernels/tsb-search.ts';

/** Constants looked at first, half a decade apart; slow ones suit long daily histories. */
const ALPHAS = Float64Array.of(0.01, 0.03, 0.1, 0.3);
const USUAL_ALPHA = 0.1;
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
    const probabilityAlpha = bestAlpha((alphas, errors) =>
      tryProbabilityAlphas(values, USUAL_ALPHA, alphas, start, errors),
    );
    const sizeAlpha = bestAlpha((alphas, errors) =>
      trySizeAlphas(values, probabilityAlpha, alphas, start, errors),
    );
    const end = { ...start };
    const squaredError = smoothTsb(values, 0, values.length, sizeAlpha, probabilityAlpha, end);
    if (!Number.isFinite(squaredError)) return { cause: 'not-finite' };
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

/** Of four constants and four more between the best one's neighbours, at even ratios, the one with the smallest error. */
function bestAlpha(tryFour: (alphas: Float64Array, errors: Float64Array) => void): number {
  const errors = new Float64Array(AT_ONCE);
  tryFour(ALPHAS, errors);
  const coarse = smallest(errors);
  const leastError = errors[coarse];
  const low = ALPHAS[Math.max(0, coarse - 1)];
  const high = ALPHAS[Math.min(AT_ONCE - 1, coarse + 1)];
  const between = Float64Array.from(ALPHAS, (_, i) => low * (high / low) ** ((i + 1) / (AT_ONCE + 1)));
  tryFour(between, errors);
  const fine = smallest(errors);
  return errors[fine] < leastError ? between[fine] : ALPHAS[coarse];
}

function smallest(errors: Float64Array): number {
  let best = 0;
  for (let i = 1; i < errors.length; i++) if (errors[i] < errors[best]) best = i;
  return best;
}
