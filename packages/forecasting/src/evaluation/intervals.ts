import type { FittedModel, IntervalMethod } from '../contract.ts';
import { randomStream, seedOf } from '../kernels/chance/random.ts';
import { adaptiveLevels } from './adaptive-levels.ts';
import { conformalQuantiles, conformityScores } from './conformal-quantiles.ts';
import { chooseCounts, countQuantiles } from './count-quantiles.ts';
import { analyticQuantiles, simulatedPaths, simulatedQuantiles, simulatedTotals } from './model-quantiles.ts';
import type { PastForecasts } from './past-forecasts.ts';
import { type Predictive, predictiveOf } from './predictive.ts';
import type { Range } from './range.ts';
import { stepQuantiles } from './step-quantiles.ts';
import { totalQuantiles } from './total-quantiles.ts';

/** Intervals around forecasts of one fitted model. */
export interface Intervals {
  readonly predictive: Predictive;
  /** Quantiles of each step, horizon × levels. */
  steps(mean: Float64Array, levels: readonly number[]): Float64Array;
  /** Quantiles of the sum over the steps that are not closed. */
  total(mean: Float64Array, levels: readonly number[], closed?: Uint8Array): Float64Array;
}

/** What intervals are made of: the model, the history it was fitted to, and its past forecasts. */
export interface IntervalSource {
  readonly values: Float64Array;
  readonly fit: FittedModel;
  readonly past: PastForecasts;
  readonly range: Range;
}

/**
 * Intervals by a method. Where a model has no deviations or draws no paths, or values come in no unit, `analytic`, `simulated` and
 * `counts` are what `auto` is. Totals are those of `auto`, save that simulated paths are summed.
 */
export function intervalsOf(method: IntervalMethod, { values, fit, past, range }: IntervalSource): Intervals {
  const predictive = predictiveOf(past, values, range);
  const auto: Intervals = {
    predictive,
    steps: (mean, levels) => stepQuantiles(mean, predictive, levels),
    total: (mean, levels, closed) => totalQuantiles(mean, predictive, levels, closed),
  };
  switch (method) {
    case 'auto':
      return auto;
    case 'conformal': {
      const scores = conformityScores(past, values, range);
      return { ...auto, steps: (mean, levels) => conformalQuantiles(mean, scores, levels) };
    }
    case 'adaptive': {
      const scores = conformityScores(past, values, range);
      return {
        ...auto,
        steps: (mean, levels) => conformalQuantiles(mean, scores, adaptiveLevels(past, scores, levels)),
      };
    }
    case 'analytic':
      return {
        ...auto,
        steps: (mean, levels) => analyticQuantiles(mean, fit, levels, range) ?? auto.steps(mean, levels),
      };
    case 'simulated': {
      const simulated = simulatedPaths(fit, past.horizon, randomStream(seedOf(values)));
      if (simulated === undefined) return auto;
      return {
        predictive,
        steps: (mean, levels) => simulatedQuantiles(mean, simulated, levels, range),
        total: (mean, levels, closed) => simulatedTotals(mean, simulated, levels, range, closed),
      };
    }
    case 'counts': {
      const chosen = chooseCounts(predictive);
      if (chosen === undefined) return auto;
      return { ...auto, steps: (mean, levels) => countQuantiles(mean, predictive, chosen, levels) };
    }
  }
}
