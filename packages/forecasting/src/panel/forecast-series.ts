import type { ChoiceReason, ForecastPlan, Model, SeriesInput, SeriesOutcome } from '../contract.ts';
import type { ModelFailure } from '../evaluation/backtest.ts';
import { intervalsOf } from '../evaluation/intervals.ts';
import { pastForecasts } from '../evaluation/past-forecasts.ts';
import { rangeOf } from '../evaluation/range.ts';
import { samplePaths } from '../evaluation/sample-paths.ts';
import { zero } from '../models/simple/zero.ts';
import { pickModel } from './pick-model.ts';
import { scoreWithIntervals } from './score-intervals.ts';
import { isDormant, sinceFirstSale } from './series.ts';
import { runTrials } from './trials.ts';

/** One series' forecast. */
export interface SeriesForecast {
  readonly mean: Float64Array;
  /** horizon × quantiles */
  readonly quantileValues: Float64Array;
  readonly totalMean: number;
  readonly totalQuantiles: Float64Array;
  /** paths × horizon, where the plan asks for them; none stands for zeros. */
  readonly paths?: Float32Array;
  readonly outcome: SeriesOutcome;
}

/** Chooses among `models` by backtest, fits the chosen one to the whole history, and forecasts with intervals. */
export function forecastSeries(
  whole: SeriesInput,
  plan: ForecastPlan,
  models: readonly Model[],
  closed: Uint8Array | undefined,
): SeriesForecast {
  if (isDormant(whole)) return nothing(plan, 'no-sales', []);
  const nonNegative = plan.nonNegative ?? true;
  const series = sinceFirstSale(whole);
  const { values, season } = series;
  const range = rangeOf(values, nonNegative);
  const trials = runTrials(series, plan, models);
  const { picked, failures } = pickModel(series, plan, models, trials, range);
  if (picked === undefined) return nothing(plan, 'stand-in', failures);

  const { fit, mean, reason } = picked;
  const own = trials.all.find(({ model }) => model.name === fit.model);
  const past = pastForecasts(values, season, fit, own?.windows ?? [], plan.horizon, range);
  const intervals = intervalsOf(plan.intervals ?? 'auto', { values, fit, past, range });
  const quantileValues = intervals.steps(mean, plan.quantiles);
  const totalQuantiles = intervals.total(mean, plan.quantiles, closed);
  const paths = plan.paths
    ? samplePaths(mean, values, intervals, { paths: plan.paths, season, closed })
    : undefined;
  let totalMean = 0;
  for (let h = 0; h < plan.horizon; h++) {
    if (closed?.[h]) {
      mean[h] = 0;
      quantileValues.fill(0, h * plan.quantiles.length, (h + 1) * plan.quantiles.length);
    }
    totalMean += mean[h];
  }
  // Intervals of every candidate would double the work; the two that a reader compares have them.
  const scores = trials.all.map((trial) =>
    trial === own || trial === trials.baseline
      ? scoreWithIntervals(trial, series, plan, nonNegative)
      : trial.score,
  );
  const outcome = { model: fit.model, reason, failures, scores, parameters: fit.parameters };
  return { mean, quantileValues, totalMean, totalQuantiles, paths, outcome };
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
