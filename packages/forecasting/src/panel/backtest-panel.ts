import type { ForecastPlan, ModelScore, Panel, PanelBacktest } from '../contract.ts';
import type { ModelFailure } from '../evaluation/backtest.ts';
import { testPlan } from '../evaluation/origins.ts';
import { modelsNamed } from '../models/registry.ts';
import { seasonalNaive } from '../models/simple/seasonal-naive.ts';
import { AccuracySums } from './accuracy-sums.ts';
import { candidatesOf } from './candidates.ts';
import { scoreWithIntervals } from './score-intervals.ts';
import { scoreProcedure } from './score-procedure.ts';
import { seriesOf, sinceFirstSale } from './series.ts';
import { tryAll } from './try-all.ts';
import { validatePanel, validatePlan } from './validate.ts';

/** What the backtest of one series gave. */
export interface SeriesBacktest {
  readonly scores: readonly ModelScore[];
  readonly failures: readonly ModelFailure[];
}

/**
 * Accuracy of every candidate, of seasonal naive, and of `auto` (the whole procedure, its choice made before each test
 * window), summed over the panel. Each forecast is made from what lies before its origin and from nothing else.
 *
 * @param onSeries called after each series with the number done so far.
 * @throws ForecastingError where the panel or the plan can't be.
 */
export function backtestPanel(
  panel: Panel,
  plan: ForecastPlan,
  onSeries?: (done: number) => void,
): PanelBacktest {
  validatePlan(plan);
  const count = validatePanel(panel, plan.horizon);
  const sums = new AccuracySums(plan);
  for (let i = 0; i < count; i++) {
    sums.add(backtestSeries(panel, plan, i));
    onSeries?.(i + 1);
  }
  return sums.result();
}

/** Names in a backtest's result, in its order. */
export function backtestNames(plan: ForecastPlan): readonly string[] {
  return ['auto', ...new Set([seasonalNaive, ...modelsNamed(plan.models)].map((model) => model.name))];
}

/** Scores of one series; none where its history is too short to hold a test. */
export function backtestSeries(panel: Panel, plan: ForecastPlan, index: number): SeriesBacktest {
  const whole = seriesOf(panel, index, plan);
  const series = sinceFirstSale(whole);
  const { values } = series;
  const tests = testPlan(values.length, plan.horizon, plan.season, plan.origins, true);
  const scores: ModelScore[] = [];
  const failures: ModelFailure[] = [];
  if (tests.refits.length === 0) return { scores, failures };
  const nonNegative = plan.nonNegative ?? true;
  for (const trial of tryAll(candidatesOf(series, plan), series, tests, plan)) {
    if ('cause' in trial) failures.push(trial);
    else if (trial.score.observations > 0) scores.push(scoreWithIntervals(trial, series, plan, nonNegative));
  }
  if (scores.length > 0) scores.unshift(scoreProcedure(series, tests.refits, plan));
  return { scores, failures };
}
