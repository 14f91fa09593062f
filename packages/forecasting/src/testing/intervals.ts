import type { FittedModel, IntervalMethod } from '../contract.ts';
import { type Intervals, intervalsOf } from '../evaluation/intervals.ts';
import { pastForecasts } from '../evaluation/past-forecasts.ts';
import { rangeOf } from '../evaluation/range.ts';

/** Intervals of a fit, their errors from replays alone: no test was held. */
export function intervalsFor(
  values: Float64Array,
  fit: FittedModel,
  horizon: number,
  { method = 'auto' as IntervalMethod, season = 7, nonNegative = true } = {},
): Intervals {
  const range = rangeOf(values, nonNegative);
  const past = pastForecasts(values, season, fit, [], horizon, range);
  return intervalsOf(method, { values, fit, past, range });
}
