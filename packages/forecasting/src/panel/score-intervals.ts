import type { ForecastPlan, ModelScore, SeriesInput } from '../contract.ts';
import type { Trial } from '../evaluation/backtest.ts';
import { conformalQuantiles } from '../evaluation/intervals.ts';
import { pathErrors } from '../evaluation/path-errors.ts';
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
  const known = trial.fits.map((fit, k) => {
    const refit = trial.windows.find((window) => window.refit === k)?.origin ?? 0;
    const history = series.values.subarray(0, refit);
    const range = rangeOf(history, nonNegative);
    return { range, errors: pathErrors(history, series.season, fit, trial.windows, plan.horizon, range) };
  });
  const quantiles = trial.windows.map(({ refit, forecast }) => {
    const { range, errors } = known[refit];
    const at = (level: number): Float64Array => conformalQuantiles(forecast, errors, [level], range);
    return { columns: plan.quantiles.map(at), low: at(LOW_80), high: at(HIGH_80) };
  });
  return withIntervals(trial.score, trial.windows, quantiles, plan.quantiles);
}
