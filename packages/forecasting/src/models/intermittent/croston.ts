import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { lastObserved } from '../../kernels/observed.ts';
import { fitCroston } from './croston-family.ts';

/** Croston's own choice, and what comparisons have used since (Syntetos & Boylan 2005). */
export const CROSTON_ALPHA = 0.1;

/** Croston's method as he gave it, size ÷ interval (1972, Operational Research Quarterly 23, eqs. 1–4). Forecasts too high by about α/2. */
export const croston: Model = {
  name: 'croston',
  fit(series: SeriesInput): FittedModel | FitFailure {
    if (lastObserved(series.values) < 0) return { cause: 'no-observations' };
    return fitCroston(series, {
      model: 'croston',
      sizeAlpha: CROSTON_ALPHA,
      intervalAlpha: CROSTON_ALPHA,
      correction: 1,
    });
  },
};
