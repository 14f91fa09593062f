import type { FitFailure, FittedModel, SeriesInput } from '../../contract.ts';
import type { EtsFit } from '../../kernels/ets/fit.ts';
import { constantCount, type EtsForm, nameOfForm } from '../../kernels/ets/form.ts';
import { fitForm } from '../../kernels/ets/one-form.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { type FittedEts, fittedEts } from './fitted-ets.ts';

/** What a fit leaves for one to a longer history: where the search of each form ended. */
interface FittedForms extends FittedEts {
  readonly fits: readonly EtsFit[];
}

/** Two seasons show a season, and a few values more leave something to judge it by. */
const SPARE_OBSERVATIONS = 3;

/**
 * The likeliest of a few forms for its size (AICc; where there are too few values for that, the first that can be
 * fitted). Fails where the history is shorter than two seasons and three values, or than what is to be estimated, and
 * where no form allows for the values.
 */
export function fitForms(
  model: string,
  forms: readonly EtsForm[],
  series: SeriesInput,
  warmStart: FittedModel | undefined,
): FittedModel | FitFailure {
  const { values, season } = series;
  const space = new EtsWorkspace(values);
  const { observed } = space;
  if (observed === 0) return { cause: 'no-observations' };
  if (observed < leastObserved(forms[0], season) || values.length < seasonsOf(forms[0], season))
    return { cause: 'history-too-short' };
  const earlier = (warmStart as FittedForms | undefined)?.fits;
  const fits: EtsFit[] = [];
  for (const form of forms) {
    const name = nameOfForm(form);
    const fit = fitForm(
      form,
      season,
      space,
      earlier?.find((other) => nameOfForm(other.form) === name),
    );
    if (fit !== undefined) fits.push(fit);
  }
  if (fits.length === 0) return { cause: 'not-finite' };
  const best = fits.reduce((a, b) => (b.aicc < a.aicc ? b : a));
  const fitted: FittedForms = { ...fittedEts(model, best, series), fits };
  return fitted;
}

function seasonsOf(form: EtsForm, season: number): number {
  return form.season === 'N' ? 0 : 2 * season;
}

/** As many values as a form has constants and initial level and trend, or two seasons and some. */
function leastObserved(form: EtsForm, season: number): number {
  const states = form.trend === 'N' ? 1 : 2;
  return Math.max(
    constantCount(form) + states,
    seasonsOf(form, season) && seasonsOf(form, season) + SPARE_OBSERVATIONS,
  );
}
