import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { tsb as smoothTsb, type TsbState } from '../../kernels/croston.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** Smoothing constants that are tried: what the literature uses, and slower ones for long daily histories. */
const PROBABILITY_ALPHAS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3];
const SIZE_ALPHAS = [0.01, 0.05, 0.1, 0.2, 0.3];
const USUAL_ALPHA = 0.1;
/** Observed periods that give the initial size and probability: two weeks of days, a year of months. */
const START_PERIODS = 14;

/**
 * Teunter–Syntetos–Babai: probability of a demand × its size, both smoothed, so that obsolete items fade to zero
 * (EJOR 214, 2011, eq. 1). Constants from a small grid by least squares on one-step errors: the probability's
 * first, because it moves the forecast most, then the size's.
 */
export const tsb: Model = {
  name: 'tsb',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    if (lastObserved(values) < 0) return { cause: 'no-observations' };
    const start = startingState(values);
    if (start === undefined) return { cause: 'no-sales' };
    const end = { ...start };
    const squaredErrorOf = (sizeAlpha: number, probabilityAlpha: number): number => {
      end.size = start.size;
      end.probability = start.probability;
      return smoothTsb(values, 0, values.length, sizeAlpha, probabilityAlpha, end);
    };
    const probabilityAlpha = best(PROBABILITY_ALPHAS, (alpha) => squaredErrorOf(USUAL_ALPHA, alpha));
    const sizeAlpha = best(SIZE_ALPHAS, (alpha) => squaredErrorOf(alpha, probabilityAlpha));
    const squaredError = squaredErrorOf(sizeAlpha, probabilityAlpha);
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

function best(candidates: readonly number[], squaredError: (candidate: number) => number): number {
  let smallest = Number.POSITIVE_INFINITY;
  let winner = USUAL_ALPHA;
  for (const candidate of candidates) {
    const here = squaredError(candidate);
    if (here >= smallest) continue;
    smallest = here;
    winner = candidate;
  }
  return winner;
}
