import type { FitFailure, FittedModel, SeriesInput } from '../../contract.ts';
import { type EtsFamily, type EtsSearch, searchEts } from '../../kernels/ets/search.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { type FittedEts, fittedEts } from './fitted-ets.ts';

/** What a fit leaves for one to a longer history. */
interface FittedSearch extends FittedEts {
  readonly search: EtsSearch;
}

/** The form of a family with the smallest AICc, everything about it free at once. */
export function searchFamily(
  model: string,
  family: EtsFamily,
  series: SeriesInput,
  warmStart: FittedModel | undefined,
): FittedModel | FitFailure {
  const space = new EtsWorkspace(series.values);
  if (space.observed === 0) return { cause: 'no-observations' };
  const earlier = (warmStart as FittedSearch | undefined)?.search;
  const search = searchEts(space, series.season, family, earlier);
  if (search.length === 0) return { cause: 'not-finite' };
  const fitted: FittedSearch = { ...fittedEts(model, search[0], series), search };
  return fitted;
}
