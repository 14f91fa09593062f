import type { FailureCause, ForecastPlan, ModelAccuracy, ModelScore, PanelBacktest } from '../contract.ts';
import { backtestNames, type SeriesBacktest } from './backtest-panel.ts';

interface Sums {
  series: number;
  observations: number;
  absoluteError: number;
  squaredError: number;
  error: number;
  actual: number;
  rmsse: number;
  rmsseSeries: number;
  pinball: number;
  covered: number;
}

/** `auto` and seasonal naive. */
const ALWAYS_TOLD = 2;

/** Adds series up, model by model. Add them in the panel's order: floating-point sums depend on it. */
export class AccuracySums {
  readonly #names: readonly string[];
  readonly #automatic: boolean;
  readonly #sums = new Map<string, Sums>();
  readonly #failures: Record<string, Partial<Record<FailureCause, number>>> = {};
  #count = 0;
  #tested = 0;

  constructor(plan: ForecastPlan) {
    this.#names = backtestNames(plan);
    this.#automatic = plan.models === 'auto';
  }

  add({ scores, failures }: SeriesBacktest): void {
    this.#count++;
    if (scores.length > 0) this.#tested++;
    for (const score of scores) this.#addScore(score);
    for (const { model, cause } of failures) {
      this.#failures[model] ??= {};
      this.#failures[model][cause] = (this.#failures[model][cause] ?? 0) + 1;
    }
  }

  #addScore(score: ModelScore): void {
    let sums = this.#sums.get(score.model);
    if (sums === undefined) {
      sums = emptySums();
      this.#sums.set(score.model, sums);
    }
    sums.series++;
    sums.observations += score.observations;
    sums.absoluteError += score.absoluteError;
    sums.squaredError += score.squaredError;
    sums.error += score.error;
    sums.actual += score.actual;
    sums.pinball += score.pinball * score.observations;
    sums.covered += score.coverage80 * score.observations;
    if (Number.isFinite(score.rmsse)) {
      sums.rmsse += score.rmsse;
      sums.rmsseSeries++;
    }
  }

  /** Of all that the default choice may try, those are told of that were tried; of a plan's own candidates, each. */
  result(): PanelBacktest {
    const told = this.#names.filter(
      (name, at) => at < ALWAYS_TOLD || !this.#automatic || this.#sums.has(name) || name in this.#failures,
    );
    const models = told.map((model) => accuracyOf(model, this.#sums.get(model) ?? emptySums()));
    return { count: this.#count, tested: this.#tested, models, failures: this.#failures };
  }
}

function emptySums(): Sums {
  return {
    series: 0,
    observations: 0,
    absoluteError: 0,
    squaredError: 0,
    error: 0,
    actual: 0,
    rmsse: 0,
    rmsseSeries: 0,
    pinball: 0,
    covered: 0,
  };
}

function accuracyOf(model: string, sums: Sums): ModelAccuracy {
  const { series, observations, absoluteError, squaredError, error, actual } = sums;
  return {
    model,
    series,
    observations,
    absoluteError,
    squaredError,
    error,
    actual,
    wape: absoluteError / actual,
    bias: error / actual,
    rmsse: sums.rmsse / sums.rmsseSeries,
    mae: absoluteError / observations,
    pinball: sums.pinball / observations,
    coverage80: sums.covered / observations,
  };
}
