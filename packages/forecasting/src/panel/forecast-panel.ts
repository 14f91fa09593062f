import type { ForecastPlan, Panel, PanelForecast, SeriesOutcome } from '../contract.ts';
import { candidatesOf } from './candidates.ts';
import { forecastSeries } from './forecast-series.ts';
import { seriesOf } from './series.ts';
import { validatePanel, validatePlan } from './validate.ts';

/**
 * Forecasts every series of a panel on this thread. The same panel and plan give the same numbers, bit for bit, and a
 * series' numbers depend on nothing but itself and the plan.
 *
 * @param onSeries called after each series with the number done so far.
 * @throws ForecastingError where the panel or the plan can't be; never for a single series, whose failures are outcomes.
 */
export function forecastPanel(
  panel: Panel,
  plan: ForecastPlan,
  onSeries?: (done: number) => void,
): PanelForecast {
  validatePlan(plan);
  const count = validatePanel(panel, plan.horizon);
  const forecast = emptyForecast(count, plan);
  forecastRange(panel, plan, 0, count, forecast, onSeries);
  return forecast;
}

/** Space for a panel's forecasts. `allocate` gives the arrays, so that threads can share them. */
export function emptyForecast(
  count: number,
  plan: ForecastPlan,
  allocate: (length: number) => Float64Array = (length) => new Float64Array(length),
): PanelForecast & { outcomes: SeriesOutcome[] } {
  const levels = plan.quantiles.length;
  return {
    count,
    horizon: plan.horizon,
    quantiles: [...plan.quantiles],
    mean: allocate(count * plan.horizon),
    quantileValues: allocate(count * plan.horizon * levels),
    totalMean: allocate(count),
    totalQuantiles: allocate(count * levels),
    outcomes: new Array<SeriesOutcome>(count),
  };
}

/** Forecasts series [from, to) into their places. The panel and the plan are valid. */
export function forecastRange(
  panel: Panel,
  plan: ForecastPlan,
  from: number,
  to: number,
  into: PanelForecast & { outcomes: SeriesOutcome[] },
  onSeries?: (done: number) => void,
): void {
  const { horizon } = plan;
  const levels = plan.quantiles.length;
  for (let i = from; i < to; i++) {
    const series = seriesOf(panel, i, plan);
    const closed = panel.closed?.subarray(i * horizon, (i + 1) * horizon);
    const forecast = forecastSeries(series, plan, candidatesOf(series, plan), closed);
    into.mean.set(forecast.mean, i * horizon);
    into.quantileValues.set(forecast.quantileValues, i * horizon * levels);
    into.totalMean[i] = forecast.totalMean;
    into.totalQuantiles.set(forecast.totalQuantiles, i * levels);
    into.outcomes[i] = forecast.outcome;
    onSeries?.(i - from + 1);
  }
}
