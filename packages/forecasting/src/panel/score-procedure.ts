import type { ForecastPlan, ModelScore, SeriesInput } from '../contract.ts';
import { before } from '../evaluation/backtest.ts';
import { scoreOf, withIntervals } from '../evaluation/score.ts';
import { candidatesOf } from './candidates.ts';
import { forecastSeries } from './forecast-series.ts';

/** The levels of the plan, with those of the 80 % interval. */
function levelsWith80(levels: readonly number[]): number[] {
  return [...new Set([...levels, 0.1, 0.9])].sort((a, b) => a - b);
}

/**
 * Scores the whole procedure under the name `auto`: at each origin models are compared, chosen, fitted and given
 * intervals with what lies before that origin alone. What a model earns by being chosen with hindsight is not in it.
 */
export function scoreProcedure(
  series: SeriesInput,
  origins: readonly number[],
  plan: ForecastPlan,
): ModelScore {
  const all = levelsWith80(plan.quantiles);
  const runs = origins.map((origin, refit) => {
    const end = Math.min(origin + plan.horizon, series.values.length);
    const horizon = end - origin;
    const past = before(series, origin, horizon);
    const { mean, quantileValues } = forecastSeries(
      past,
      { ...plan, horizon, quantiles: all },
      candidatesOf(past, plan),
      undefined,
    );
    const column = (level: number): Float64Array => {
      const j = all.indexOf(level);
      return quantileValues.filter((_, at) => at % all.length === j);
    };
    return {
      window: { refit, origin, actual: series.values.subarray(origin, end), forecast: mean },
      quantiles: { columns: plan.quantiles.map(column), low: column(0.1), high: column(0.9) },
    };
  });
  const windows = runs.map((run) => run.window);
  return withIntervals(
    scoreOf('auto', series.values, windows),
    windows,
    runs.map((run) => run.quantiles),
    plan.quantiles,
  );
}
