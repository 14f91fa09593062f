import type { ForecastPlan, Model, SeriesInput } from '../contract.ts';
import type { ModelFailure, Trial } from '../evaluation/backtest.ts';
import { testPlan } from '../evaluation/origins.ts';
import { seasonalNaive } from '../models/simple/seasonal-naive.ts';
import { scoreWithIntervals } from './score-intervals.ts';
import { tryAll } from './try-all.ts';

/** What the backtest of one series gave. */
export interface Trials {
  /** Of every model that could be tested: the candidates, and seasonal naive even where it is none. */
  readonly all: readonly Trial[];
  readonly candidates: readonly Trial[];
  /** Seasonal naive's, which the candidates are measured against. */
  readonly baseline: Trial | undefined;
  /** Of the candidates. */
  readonly failures: readonly ModelFailure[];
}

/**
 * Tries all candidates and seasonal naive; combinations are put together from their members' trials. Nothing is in it where
 * no test can be held or nothing can be learnt from one.
 */
export function runTrials(series: SeriesInput, plan: ForecastPlan, models: readonly Model[]): Trials {
  const tests = testPlan(series.values.length, plan.horizon, series.season, plan.origins);
  const all: Trial[] = [];
  const failures: ModelFailure[] = [];
  if (tests.refits.length > 0 && soldTwice(series.values)) {
    for (const trial of tryAll(models, series, tests, plan)) {
      if ('cause' in trial) failures.push(trial);
      // Where no test value was observed there is nothing to choose by.
      else if (trial.score.observations > 0) all.push(judged(trial, series, plan));
    }
  }
  const named = new Set(models.map((model) => model.name));
  return {
    all,
    candidates: all.filter(({ model }) => named.has(model.name)),
    baseline: all.find(({ model }) => model === seasonalNaive),
    failures,
  };
}

/** A trial with what its candidate is compared by. */
function judged(trial: Trial, series: SeriesInput, plan: ForecastPlan): Trial {
  if (plan.criterion !== 'pinball') return trial;
  return { ...trial, score: scoreWithIntervals(trial, series, plan, plan.nonNegative ?? true) };
}

/** A single sale is in no two windows: every model would be right or wrong about it by accident. */
function soldTwice(values: Float64Array): boolean {
  let sales = 0;
  for (let t = 0; t < values.length && sales < 2; t++) if (Math.abs(values[t]) > 0) sales++;
  return sales >= 2;
}
