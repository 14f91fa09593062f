import {
  type ChoiceReason,
  type FittedModel,
  type ForecastPlan,
  isFailure,
  type Model,
  type SeriesInput,
  type SeriesOutcome,
} from '../contract.ts';
import { bound, type ModelFailure, type Trial, tryModel } from '../evaluation/backtest.ts';
import { sumQuantiles } from '../evaluation/horizon-sum.ts';
import { conformalQuantiles } from '../evaluation/intervals.ts';
import { testPlan } from '../evaluation/origins.ts';
import { pathErrors } from '../evaluation/path-errors.ts';
import { type Range, rangeOf } from '../evaluation/range.ts';
import { choose } from '../evaluation/select.ts';
import { seedOf } from '../kernels/random.ts';
import { seasonalNaive } from '../models/seasonal-naive.ts';
import { windowAverage } from '../models/window-average.ts';
import { zero } from '../models/zero.ts';
import { scoreWithIntervals } from './score-intervals.ts';
import { isDormant, sinceFirstSale } from './series.ts';

/** One series' forecast. */
export interface SeriesForecast {
  readonly mean: Float64Array;
  /** horizon × quantiles */
  readonly quantileValues: Float64Array;
  readonly totalMean: number;
  readonly totalQuantiles: Float64Array;
  readonly outcome: SeriesOutcome;
}

interface Used {
  readonly fit: FittedModel;
  readonly mean: Float64Array;
  readonly reason: ChoiceReason;
}

/** Chooses among `models` by backtest, fits the chosen one to the whole history, and forecasts with intervals. */
export function forecastSeries(
  whole: SeriesInput,
  plan: ForecastPlan,
  models: readonly Model[],
  closed: Uint8Array | undefined,
): SeriesForecast {
  const nonNegative = plan.nonNegative ?? true;
  if (isDormant(whole)) return nothing(plan, 'no-sales', []);
  const series = sinceFirstSale(whole);
  const { values, season } = series;
  const range = rangeOf(values, nonNegative);
  const failures: ModelFailure[] = [];
  const { trials, baseline } = runTrials(series, plan, models, failures);
  const used = use(series, plan, models, trials, baseline, range, failures);
  if (used === undefined) return nothing(plan, 'stand-in', failures);

  const { fit, mean, reason } = used;
  const trial = [...trials, ...(baseline ? [baseline] : [])].find(({ model }) => model.name === fit.model);
  const errors = pathErrors(values, season, fit, trial?.windows ?? [], plan.horizon, range);
  const quantileValues = conformalQuantiles(mean, errors, plan.quantiles, range);
  const totalQuantiles = sumQuantiles(mean, errors, plan.quantiles, range, closed, seedOf(values));
  let totalMean = 0;
  for (let h = 0; h < plan.horizon; h++) {
    if (closed?.[h]) {
      mean[h] = 0;
      quantileValues.fill(0, h * plan.quantiles.length, (h + 1) * plan.quantiles.length);
    }
    totalMean += mean[h];
  }
  const scores = [...new Set([...trials, ...(baseline ? [baseline] : [])])].map((trial) =>
    trial.model.name === fit.model || trial === baseline
      ? scoreWithIntervals(trial, series, plan, nonNegative)
      : trial.score,
  );
  const outcome = { model: fit.model, reason, failures, scores, parameters: fit.parameters };
  return { mean, quantileValues, totalMean, totalQuantiles, outcome };
}

/** Tries all candidates, and seasonal naive even where it is none: it is what they are measured against. */
function runTrials(
  series: SeriesInput,
  plan: ForecastPlan,
  models: readonly Model[],
  failures: ModelFailure[],
): { trials: Trial[]; baseline: Trial | undefined } {
  const tests = testPlan(series.values.length, plan.horizon, series.season, plan.origins);
  const trials: Trial[] = [];
  if (tests.refits.length === 0 || !hasChoice(series.values)) return { trials, baseline: undefined };
  const ranges = tests.refits.map((origin) => rangeOf(series.values, plan.nonNegative ?? true, origin));
  let baseline: Trial | undefined;
  for (const model of models) {
    const trial = tryModel(model, series, tests, ranges, plan.horizon);
    if ('cause' in trial) failures.push(trial);
    // Where no test value was observed there is nothing to choose by.
    else if (trial.score.observations > 0) trials.push(trial);
    if (model === seasonalNaive && !('cause' in trial)) baseline = trials.at(-1);
  }
  if (!models.includes(seasonalNaive)) {
    const trial = tryModel(seasonalNaive, series, tests, ranges, plan.horizon);
    if (!('cause' in trial) && trial.score.observations > 0) baseline = trial;
  }
  return { trials, baseline };
}

/** A single sale is in no two windows: every model would be right or wrong about it by accident. */
function hasChoice(values: Float64Array): boolean {
  let sales = 0;
  for (let t = 0; t < values.length && sales < 2; t++) if (Math.abs(values[t]) > 0) sales++;
  return sales >= 2;
}

/** The model to use, fitted to everything; falls back along the candidates, then on stand-ins under their own names. */
function use(
  series: SeriesInput,
  plan: ForecastPlan,
  models: readonly Model[],
  trials: readonly Trial[],
  baseline: Trial | undefined,
  range: Range,
  failures: ModelFailure[],
): Used | undefined {
  const attempt = (model: Model, reason: ChoiceReason, warmStart?: FittedModel): Used | undefined => {
    const fit = model.fit(series, warmStart);
    if (isFailure(fit)) {
      note(failures, { model: model.name, cause: fit.cause });
      return undefined;
    }
    const mean = fit.forecast(plan.horizon);
    if (bound(mean, range)) return { fit, mean, reason };
    note(failures, { model: model.name, cause: 'not-finite' });
    return undefined;
  };
  if (models.length === 1) {
    const only = attempt(models[0], 'only-candidate', trials[0]?.fits.at(-1));
    if (only) return only;
  }
  let open = models.length === 1 ? [] : trials;
  for (let choice = choose(open, baseline); open.length > 0 && choice; choice = choose(open, baseline)) {
    const { trial, reason } = choice;
    const used = attempt(trial.model, reason, trial.fits.at(-1));
    if (used) return used;
    open = open.filter((other) => other !== trial);
    if (trial === baseline) break;
  }
  if (trials.length === 0 && models.length > 1) {
    const steady = models.includes(windowAverage) ? [windowAverage] : [];
    for (const model of [...steady, ...models]) {
      const used = attempt(model, 'history-too-short');
      if (used) return used;
    }
  }
  return attempt(seasonalNaive, 'stand-in') ?? attempt(windowAverage, 'stand-in');
}

function note(failures: ModelFailure[], failure: ModelFailure): void {
  if (!failures.some((known) => known.model === failure.model)) failures.push(failure);
}

/** A forecast of nothing, for items that don't sell and series of which nothing is known. */
function nothing(
  plan: ForecastPlan,
  reason: ChoiceReason,
  failures: readonly ModelFailure[],
): SeriesForecast {
  return {
    mean: zero.forecast(plan.horizon),
    quantileValues: new Float64Array(plan.horizon * plan.quantiles.length),
    totalMean: 0,
    totalQuantiles: new Float64Array(plan.quantiles.length),
    outcome: { model: zero.model, reason, failures, scores: [], parameters: {} },
  };
}
