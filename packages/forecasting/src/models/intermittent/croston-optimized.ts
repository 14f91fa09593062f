import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { bestConstant, type SmoothingConstant } from '../../kernels/ets/smoothing-constant.ts';
import { demandsOf } from '../../kernels/intermittent/demands.ts';
import { lastObserved } from '../../kernels/observed.ts';
import { fitCroston } from './croston-family.ts';
import { HIGH_ALPHA, LOW_ALPHA } from './smoothing-range.ts';

/**
 * Croston's method with a smoothing constant of its own for sizes and one for intervals (Schultz 1987, Journal of the
 * Operational Research Society 38), each by least squares on its own one-step errors.
 */
export const crostonOptimized: Model = {
  name: 'croston-optimized',
  fit(series: SeriesInput): FittedModel | FitFailure {
    if (lastObserved(series.values) < 0) return { cause: 'no-observations' };
    const { sizes, intervals, count } = demandsOf(series.values);
    if (count === 0) return { cause: 'no-sales' };
    const found: SmoothingConstant = { alpha: 0, squaredError: 0, level: 0 };
    bestConstant(sizes, count, LOW_ALPHA, HIGH_ALPHA, found);
    const sizeAlpha = found.alpha;
    bestConstant(intervals, count, LOW_ALPHA, HIGH_ALPHA, found);
    const intervalAlpha = found.alpha;
    return fitCroston(series, { model: 'croston-optimized', sizeAlpha, intervalAlpha, correction: 1 });
  },
};
