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
      const observed = new Uint8Array(values.length);
      let observations = 0;
      for (let t = 0; t < values.length; t++) {
        if (Number.isNaN(values[t])) continue;
        observed[t] = 1;
        observations++;
      }
      if (observations === 0) return { cause: 'no-observations' };
      if (observations < Math.min(season, MOST_PHASES_NEEDED) + SPARE_OBSERVATIONS)
        return { cause: 'history-too-short' };
      const design = designOf(series, observed);
      if (design.width === 1) return { cause: 'no-covariates' };
      const warm = (warmStart as FittedRegression | undefined)?.found;
      const found = fitRegression(series, observed, design, family, warm);
      const fitted = found && fittedRegression(name, series, found);
      return fitted ?? { cause: 'not-finite' };
    },
  };
}
