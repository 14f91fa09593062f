import type { ForecastPlan, Model, SeriesInput } from '../contract.ts';
import { type ModelFailure, type Trial, tryModel } from '../evaluation/backtest.ts';
import { combineTrials, singleModels } from '../evaluation/combine-trials.ts';
import { lossPower } from '../evaluation/criterion.ts';
import type { TestPlan } from '../evaluation/origins.ts';
import { rangeOf } from '../evaluation/range.ts';
import { isCombination } from '../models/combination/combination.ts';
import { seasonalNaive } from '../models/simple/seasonal-naive.ts';

/**
 * The trial or the failure of every single model that the candidates are made of and of seasonal naive, each tried once, and then
 * the trials of the combinations. Seasonal naive's failure is told only where it was asked for.
 */
export function tryAll(
  models: readonly Model[],
  series: SeriesInput,
  tests: TestPlan,
  plan: ForecastPlan,
): (Trial | ModelFailure)[] {
  const ranges = tests.refits.map((origin) => rangeOf(series.values, plan.nonNegative ?? true, origin));
  const asked = singleModels(models);
  const results: (Trial | ModelFailure)[] = [];
  const trials = new Map<Model, Trial>();
  for (const model of new Set([...asked, seasonalNaive])) {
    const trial = tryModel(model, series, tests, ranges, plan.horizon);
    if (!('cause' in trial)) trials.set(model, trial);
    if (!('cause' in trial) || asked.includes(model)) results.push(trial);
  }
  for (const model of models) {
    if (!isCombination(model)) continue;
    const members = model.members.flatMap((member) => trials.get(member) ?? []);
    const trial = combineTrials(model, members, series, lossPower(plan.criterion));
    if (trial) results.push(trial);
  }
  return results;
}
