import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { lastObserved } from '../../kernels/observed.ts';
import { CROSTON_ALPHA } from './croston.ts';
import { fitCroston } from './croston-family.ts';

/**
 * Croston's method with the correction of Syntetos and Boylan: (1 − α/2) × size ÷ interval
 * (Syntetos & Boylan 2005, International Journal of Forecasting 21, eq. 3).
 */
export const crostonSba: Model = {
  name: 'croston-sba',
  fit(series: SeriesInput): FittedModel | FitFailure {
    if (lastObserved(series.values) < 0) return { cause: 'no-observations' };
    return fitCroston(series, {
      model: 'croston-sba',
      sizeAlpha: CROSTON_ALPHA,
      intervalAlpha: CROSTON_ALPHA,
      correction: 1 - CROSTON_ALPHA / 2,
    });
  },
};
