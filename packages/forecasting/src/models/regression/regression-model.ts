import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { designOf } from './design.ts';
import type { ErrorFamily } from './error-process.ts';
import { fitRegression } from './fit-regression.ts';
import { type FittedRegression, fittedRegression } from './fitted-regression.ts';

/** Beside a value for each phase of the season, but for no more than a month of phases, this many must be observed. */
const SPARE_OBSERVATIONS = 3;
const MOST_PHASES_NEEDED = 31;

/** A model whose errors follow a process of this family. */
export function regressionModel(name: string, family: ErrorFamily): Model {
  return {
    name,
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const { values, season } = series;
      const observed = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 0 : 1));
      const observations = observed.reduce((sum, flag) => sum + flag, 0);
      if (observations === 0) return { cause: 'no-observations' };
      if (observations < Math.min(season, MOST_PHASES_NEEDED) + SPARE_OBSERVATIONS)
        return { cause: 'history-too-short' };
      const design = designOf(series, observed);
      if (design.width === 1) return { cause: 'no-covariates' };
      const warm = (warmStart as FittedRegression | undefined)?.regression;
      const found = fitRegression(series, observed, design, family, warm);
      const fitted = found && fittedRegression(name, series, design, found);
      return fitted ?? { cause: 'not-finite' };
    },
  };
}
