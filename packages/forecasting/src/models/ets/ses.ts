import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import {
  AT_ONCE,
  bestInitialLevel,
  type SmoothingFit,
  squaredErrorsOfFour,
} from '../../kernels/ets/exponential-smoothing.ts';
import { evaluateEts } from '../../kernels/ets/fit.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { countObserved, firstObserved } from '../../kernels/observed.ts';
import { fittedEts } from './fitted-ets.ts';

const FORM = { error: 'A', trend: 'N', season: 'N' } as const;

/**
 * Where the valley of the error is looked for first; the ends are the bounds of ETS (Hyndman et al. 2008). Two passes of four.
 */
const GRID = Float64Array.of(0.0001, 0.01, 0.04, 0.1, 0.2, 0.4, 0.7, 0.9999);
/** Times that the bracket around the best is narrowed, to two fifths each time, four constants a pass; a parabola does the rest. */
const NARROWINGS = 2;

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

/** α with the smallest squared error: the best of the grid, closer and closer around it, and the bottom of a parabola in log α. */
function bestAlpha(values: Float64Array, reference: number): number {
  const observed = countObserved(values);
  const heights = new Float64Array(GRID.length);
  for (let at = 0; at < GRID.length; at += AT_ONCE)
    squaredErrorsOfFour(values, observed, reference, GRID, at, heights);
  let best = lowest(heights);
  const points = new Float64Array(AT_ONCE + 2);
  const errors = new Float64Array(AT_ONCE + 2);
  let [low, high] = [Math.max(0, best - 1), Math.min(GRID.length - 1, best + 1)];
  let [from, to, atFrom, atTo] = [GRID[low], GRID[high], heights[low], heights[high]];
  for (let round = 0; round < NARROWINGS; round++) {
    // In steps of log α: half and double are as far apart anywhere.
    const ratio = (to / from) ** (1 / (AT_ONCE + 1));
    points[0] = from;
    for (let i = 1; i <= AT_ONCE; i++) points[i] = points[i - 1] * ratio;
    points[AT_ONCE + 1] = to;
    squaredErrorsOfFour(values, observed, reference, points, 1, errors);
    errors[0] = atFrom;
    errors[AT_ONCE + 1] = atTo;
    best = lowest(errors);
    [low, high] = [Math.max(0, best - 1), Math.min(AT_ONCE + 1, best + 1)];
    [from, to, atFrom, atTo] = [points[low], points[high], errors[low], errors[high]];
  }
  if (low === best || high === best) return points[best];
  const curvature = atFrom - 2 * errors[best] + atTo;
  if (!(curvature > 0)) return points[best];
  return points[best] * (to / points[best]) ** ((atFrom - atTo) / (2 * curvature));
}

function lowest(heights: Float64Array): number {
  let best = 0;
  for (let i = 1; i < heights.length; i++) if (heights[i] < heights[best]) best = i;
  return best;
}
