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

/** Space for a panel's forecasts. `allocate` gives zeroed memory, so that threads can share it. */
export function emptyForecast(
  count: number,
  plan: ForecastPlan,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): PanelForecast & { outcomes: SeriesOutcome[] } {
  const levels = plan.quantiles.length;
  const floats = (length: number): Float64Array =>
    new Float64Array(allocate(length * Float64Array.BYTES_PER_ELEMENT));
  return {
    count,
    horizon: plan.horizon,
    quantiles: [...plan.quantiles],
    mean: floats(count * plan.horizon),
    quantileValues: floats(count * plan.horizon * levels),
    totalMean: floats(count),
    totalQuantiles: floats(count * levels),
    ...(plan.paths && {
      paths: new Float32Array(allocate(count * plan.paths * plan.horizon * Float32Array.BYTES_PER_ELEMENT)),
    }),
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
    if (plan.paths && forecast.paths) into.paths?.set(forecast.paths, i * plan.paths * horizon);
    into.outcomes[i] = forecast.outcome;
    onSeries?.(i - from + 1);
  }
}
