import type { ForecastPlan, Model, SeriesInput } from '../contract.ts';
import { type ModelFailure, type Trial, tryModel } from '../evaluation/backtest.ts';
import { testPlan } from '../evaluation/origins.ts';
import { rangeOf } from '../evaluation/range.ts';
import { seasonalNaive } from '../models/simple/seasonal-naive.ts';

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

/** Tries all candidates and seasonal naive; nothing is in it where no test can be held or nothing can be learnt from one. */
export function runTrials(series: SeriesInput, plan: ForecastPlan, models: readonly Model[]): Trials {
  const tests = testPlan(series.values.length, plan.horizon, series.season, plan.origins);
  const all: Trial[] = [];
  const failures: ModelFailure[] = [];
  if (tests.refits.length > 0 && soldTwice(series.values)) {
    const ranges = tests.refits.map((origin) => rangeOf(series.values, plan.nonNegative ?? true, origin));
    for (const model of new Set([...models, seasonalNaive])) {
      const trial = tryModel(model, series, tests, ranges, plan.horizon);
      if (!('cause' in trial)) {
        // Where no test value was observed there is nothing to choose by.
        if (trial.score.observations > 0) all.push(trial);
      } else if (models.includes(model)) {
        failures.push(trial);
      }
    }
  }
  return {
    all,
    candidates: all.filter(({ model }) => models.includes(model)),
    baseline: all.find(({ model }) => model === seasonalNaive),
    failures,
  };
}

/** A single sale is in no two windows: every model would be right or wrong about it by accident. */
function soldTwice(values: Float64Array): boolean {
  let sales = 0;
  for (let t = 0; t < values.length && sales < 2; t++) if (Math.abs(values[t]) > 0) sales++;
  return sales >= 2;
}
