import {
  type ChoiceReason,
  type FittedModel,
  type ForecastPlan,
  isFailure,
  type Model,
  type SeriesInput,
} from '../contract.ts';
import { bound, type ModelFailure } from '../evaluation/backtest.ts';
import type { Range } from '../evaluation/range.ts';
import { choose, chooseCombined } from '../evaluation/select.ts';
import { isCombination } from '../models/combination/combination.ts';
import { seasonalNaive } from '../models/simple/seasonal-naive.ts';
import { windowAverage } from '../models/simple/window-average.ts';
import type { Trials } from './trials.ts';

/** The model that is used, fitted to everything, with its bounded mean forecast. */
export interface Picked {
  readonly fit: FittedModel;
  readonly mean: Float64Array;
  readonly reason: ChoiceReason;
}

/** A model that is used, if any could be, and every candidate that could not be fitted, with the cause. */
export interface Pick {
  readonly picked: Picked | undefined;
  readonly failures: readonly ModelFailure[];
}

/**
 * Fits the model that is to be used to the whole history: the default combination; the only candidate; or the choice of the backtest, and where that
 * can't be fitted the next best; or without a backtest the mean of the last values. Where none of the candidates can be
 * fitted, seasonal naive or the mean stands in under its own name.
 */
export function pickModel(
  series: SeriesInput,
  plan: ForecastPlan,
  models: readonly Model[],
  trials: Trials,
  range: Range,
): Pick {
  const failures = [...trials.failures];
  const fitted = (model: Model, reason: ChoiceReason, warmStart?: FittedModel): Picked | undefined => {
    const fit = model.fit(series, warmStart);
    const mean = isFailure(fit) ? undefined : fit.forecast(plan.horizon);
    if (!isFailure(fit) && mean && bound(mean, range)) return { fit, mean, reason };
    if (!failures.some((known) => known.model === model.name))
      failures.push({ model: model.name, cause: isFailure(fit) ? fit.cause : 'not-finite' });
    return undefined;
  };

  function* attempts(): Generator<Picked | undefined> {
    const [only] = trials.candidates;
    if (plan.models === 'auto' && only !== undefined) {
      const { trial, reason } = chooseCombined(only, trials.baseline, series, plan.criterion);
      yield fitted(trial.model, reason, trial.fits.at(-1));
    } else if (plan.models !== 'auto' && models.length === 1) {
      yield fitted(only?.model ?? models[0], 'only-candidate', only?.fits.at(-1));
    } else if (trials.all.length > 0) {
      let open = trials.candidates;
      while (open.length > 0) {
        const { trial, reason } = choose(open, trials.baseline, plan.criterion);
        yield fitted(trial.model, reason, trial.fits.at(-1));
        open = trial === trials.baseline ? [] : open.filter((other) => other !== trial);
      }
    } else {
      // Untested, the mean of the last values is safest; what is made for a few demands needs no test.
      const [first] = models;
      const rare = isCombination(first) && first.combining === 'rare';
      const automatic = plan.models === 'auto' && !rare;
      const steady = automatic || models.includes(windowAverage) ? [windowAverage] : [];
      for (const model of new Set([...steady, ...models])) yield fitted(model, 'history-too-short');
    }
    yield fitted(seasonalNaive, 'stand-in');
    yield fitted(windowAverage, 'stand-in');
  }

  for (const picked of attempts()) if (picked) return { picked, failures };
  return { picked: undefined, failures };
}
