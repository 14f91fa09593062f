import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { estimateAutomatically, observedPart } from './estimate.ts';
import { type FittedArima, fittedArima } from './fitted-arima.ts';

/**
 * ARIMA(p, d, q)(P, D, Q)[m] with automatic order (Hyndman & Khandakar 2008, Journal of Statistical Software 27(3)): differences
 * by the KPSS test and the strength of the season, terms and constant by AICc in a stepwise search, coefficients by exact
 * maximum likelihood, values not observed left out exactly. Long series are searched with least-squares estimates
 * judged by their exact likelihood, and the leaders estimated exactly. A warm start keeps differences, order and
 * constant, and estimates the coefficients anew.
 */
export const autoArima: Model = {
  name: 'auto-arima',
  fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
    const observed = observedPart(series.values);
    if (observed === undefined) return { cause: 'no-observations' };
    const earlier = (warmStart as FittedArima | undefined)?.estimate;
    const estimate = estimateAutomatically(observed.values, Math.max(1, Math.round(series.season)), earlier);
    if (!Number.isFinite(estimate.variance)) return { cause: 'not-finite' };
    return fittedArima('auto-arima', series, estimate);
  },
};
