import type { FittedModel, SeriesInput } from '../../contract.ts';
import { pathDeviations, samplePaths } from '../../kernels/arima/ahead.ts';
import type { ArimaEstimate } from '../../kernels/arima/fit.ts';
import { forecastArima } from '../../kernels/arima/forecast.ts';
import { polynomialsOf } from '../../kernels/arima/order.ts';
import type { ArimaProcess } from '../../kernels/arima/process.ts';
import { stateAhead } from '../../kernels/arima/state-ahead.ts';

/** A fitted ARIMA model; a later fit starts from its estimate. */
export interface FittedArima extends FittedModel {
  readonly estimate: ArimaEstimate;
}

/** An estimate without regressors as a model that forecasts. */
export function fittedArima(model: string, series: SeriesInput, estimate: ArimaEstimate): FittedArima {
  const { order, coefficients, variance, logLikelihood, parameterCount, aicc } = estimate;
  const process: ArimaProcess = { order, coefficients, constant: estimate.constant ? estimate.slopes[0] : 0 };
  const { values } = series;
  const forecast = (horizon: number): Float64Array =>
    forecastArima(values, process, Int32Array.of(values.length), horizon);
  let end: ReturnType<typeof stateAhead> | undefined;
  const ahead = () => {
    end ??= stateAhead(values, process);
    return end;
  };
  return {
    model,
    parameters: parametersOf(process, variance),
    // Without an error left, or with too few values for the correction, nothing was judged by a likelihood.
    ...(Number.isFinite(aicc) && variance > 0 && { likelihood: { logLikelihood, parameterCount, aicc } }),
    estimate,
    forecast,
    replay: (origins, horizon, { values: over } = series) => forecastArima(over, process, origins, horizon),
    deviations: (horizon) => pathDeviations(ahead(), variance, horizon),
    simulate: (horizon, paths, random) => samplePaths(ahead(), variance, forecast(horizon), paths, random),
  };
}

/** Order and coefficients by the names that R gives them. */
function parametersOf(
  { order, coefficients, constant }: ArimaProcess,
  variance: number,
): Record<string, number> {
  const { p, d, q, P, D, Q, season } = order;
  const parameters: Record<string, number> = { p, d, q, P, D, Q, season };
  const names = ['ar', 'ma', 'sar', 'sma'];
  for (const [k, { at, count }] of polynomialsOf(order).entries())
    for (let i = 0; i < count; i++) parameters[`${names[k]}${i + 1}`] = coefficients[at + i];
  parameters.constant = constant;
  parameters.variance = variance;
  return parameters;
}
