import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { bestInitialLevel, type SmoothingFit } from '../../kernels/ets/exponential-smoothing.ts';
import { evaluateEts } from '../../kernels/ets/fit.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { firstObserved } from '../../kernels/observed.ts';
import { goldenSection } from '../../kernels/search/golden-section.ts';
import { fittedEts } from './fitted-ets.ts';

const FORM = { error: 'A', trend: 'N', season: 'N' } as const;

/** Where the valley of the error is looked for first, in log α; the ends are the bounds of ETS (Hyndman et al. 2008). */
const GRID = [0.0001, 0.01, 0.03, 0.08, 0.16, 0.3, 0.5, 0.75, 0.9999].map(Math.log);
/** 2 % of α: the error is flat around its smallest value. */
const TOLERANCE = 0.02;

/**
 * Simple exponential smoothing, α and the initial level by least squares on one-step errors: ETS(A,N,N)
 * (Hyndman et al. 2008, eq. 2.9; the likelihood's maximum is the least squares' minimum).
 */
export const ses: Model = {
  name: 'ses',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const first = firstObserved(values);
    if (first < 0) return { cause: 'no-observations' };
    const alpha = bestAlpha(values, values[first]);
    const found: SmoothingFit = { squaredError: 0, level: 0 };
    bestInitialLevel(values, alpha, values[first], found);
    if (!Number.isFinite(found.squaredError)) return { cause: 'not-finite' };
    const constants = { alpha, beta: 0, gamma: 0, phi: 1 };
    const initial = Float64Array.of(found.level, 0, 0);
    return fittedEts('ses', evaluateEts(FORM, 1, new EtsWorkspace(values), { constants, initial }), series);
  },
};

/** α with the smallest squared error: the best of a grid, then golden section between its neighbours. */
function bestAlpha(values: Float64Array, reference: number): number {
  const found: SmoothingFit = { squaredError: 0, level: 0 };
  const squaredError = (logAlpha: number): number => {
    bestInitialLevel(values, Math.exp(logAlpha), reference, found);
    return found.squaredError;
  };
  let best = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < GRID.length; i++) {
    const here = squaredError(GRID[i]);
    if (here >= smallest) continue;
    smallest = here;
    best = i;
  }
  const low = GRID[Math.max(0, best - 1)];
  const high = GRID[Math.min(GRID.length - 1, best + 1)];
  return Math.exp(goldenSection(squaredError, low, high, TOLERANCE));
}
