import type { ForecastPlan, ModelScore, SeriesInput } from '../contract.ts';
import type { Trial } from '../evaluation/backtest.ts';
import { intervalsOf } from '../evaluation/intervals.ts';
import { pastForecasts } from '../evaluation/past-forecasts.ts';
import { rangeOf } from '../evaluation/range.ts';
import { withIntervals } from '../evaluation/score.ts';

/** The ends of the interval whose coverage is reported. */
const LOW_80 = 0.1;
const HIGH_80 = 0.9;

/** A trial's score with the intervals that would have been given, their errors from before the window's refit alone. */
export function scoreWithIntervals(
  trial: Trial,
  series: SeriesInput,
  plan: ForecastPlan,
  nonNegative: boolean,
): ModelScore {
  const intervals = trial.fits.map((fit, k) => {
    const refit = trial.windows.find((window) => window.refit === k)?.origin ?? 0;
    const values = series.values.subarray(0, refit);
    const range = rangeOf(values, nonNegative);
    const past = pastForecasts(values, series.season, fit, trial.windows, plan.horizon, range);
    return intervalsOf(plan.intervals ?? 'auto', { values, fit, past, range });
  });
  const levels = [...new Set([LOW_80, ...plan.quantiles, HIGH_80])].sort((a, b) => a - b);
  const quantiles = trial.windows.map(({ refit, forecast }) => {
    const steps = intervals[refit].steps(forecast, levels);
    const column = (level: number): Float64Array => columnOf(steps, levels.indexOf(level), levels.length);
    return { columns: plan.quantiles.map(column), low: column(LOW_80), high: column(HIGH_80) };
  });
  return withIntervals(trial.score, trial.windows, quantiles, plan.quantiles);
}

function columnOf(rows: Float64Array, column: number, width: number): Float64Array {
  const values = new Float64Array(rows.length / width);
  for (let h = 0; h < values.length; h++) values[h] = rows[h * width + column];
  return values;
}
