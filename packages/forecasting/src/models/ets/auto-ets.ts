import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { type EtsSearch, searchEts } from '../../kernels/ets-search.ts';
import { EtsWorkspace } from '../../kernels/ets-workspace.ts';
import { type FittedEts, fittedEts } from './fitted-ets.ts';

/** What a fit leaves for one to a longer history. */
interface FittedAutoEts extends FittedEts {
  readonly search: EtsSearch;
}

/**
 * Exponential smoothing, its form chosen by AICc from error {A,M} × trend {N,A,Ad} × season {N,A,M}, as Hyndman &
 * Khandakar (2008, Journal of Statistical Software 27) choose it: nothing unstable, no trend that multiplies, what is
 * proportional for positive values only, constants within the usual bounds that also forget the past. Everything is
 * free at once, initial states included, and found by likelihood with exact derivatives.
 */
export const autoEts: Model = {
  name: 'auto-ets',
  fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
    const space = new EtsWorkspace(series.values);
    if (space.observed === 0) return { cause: 'no-observations' };
    const search = searchEts(space, series.season, (warmStart as FittedAutoEts | undefined)?.search);
    if (search.length === 0) return { cause: 'not-finite' };
    const fitted: FittedAutoEts = { ...fittedEts('auto-ets', search[0], series), search };
    return fitted;
  },
};
