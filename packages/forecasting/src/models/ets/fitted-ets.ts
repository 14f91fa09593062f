import type { FittedModel, SeriesInput } from '../../contract.ts';
import { etsDeviations, etsPaths } from '../../kernels/ets/ahead.ts';
import type { EtsFit } from '../../kernels/ets/fit.ts';
import type { EtsForm } from '../../kernels/ets/form.ts';
import { etsForecast, etsPass } from '../../kernels/ets/states.ts';

/** An exponential smoothing with its constants and states; `form` says which. */
export interface FittedEts extends FittedModel {
  readonly form: EtsForm;
}

/**
 * What a fit can do. `parameters`: the smoothing constants that the form has, initial level, trend and seasons (by phase,
 * from the first value on), and standardDeviation: of the errors, relative ones where these are proportional.
 * Forecasts are finite: trends are added, never multiplied, and a season that multiplies stays between a hundredth and a hundred.
 */
export function fittedEts(model: string, fit: EtsFit, { values }: SeriesInput): FittedEts {
  const { form, season, constants, initial, deviance, aicc, parameterCount } = fit;
  const observed = fit.observed;
  const deviation = Math.sqrt(fit.squaredError / Math.max(1, observed - parameterCount + 1));
  return {
    model,
    form,
    parameters: { ...parametersOf(fit), standardDeviation: deviation },
    ...(!fit.perfect && { likelihood: { logLikelihood: -deviance / 2, parameterCount, aicc } }),
    forecast(horizon) {
      const rows = new Float64Array(horizon);
      etsForecast(form, values.length, season, constants.phi, fit.end, rows, 0, horizon);
      return rows;
    },
    replay(origins, horizon, over) {
      const rows = new Float64Array(origins.length * horizon);
      const state = initial.slice();
      let reached = 0;
      for (let r = 0; r < origins.length; r++) {
        etsPass(form, over?.values ?? values, reached, origins[r], season, constants, state);
        reached = origins[r];
        etsForecast(form, reached, season, constants.phi, state, rows, r * horizon, horizon);
      }
      return rows;
    },
    ...(form.error === 'A' &&
      form.season !== 'M' && {
        deviations: (horizon: number) => etsDeviations(constants, season, deviation, horizon),
      }),
    simulate: (horizon, paths, random) =>
      etsPaths(form, values.length, season, constants, fit.end, deviation, horizon, paths, random),
  };
}

function parametersOf({ form, season, constants, initial }: EtsFit): Record<string, number> {
  const parameters: Record<string, number> = { alpha: constants.alpha };
  if (form.trend !== 'N') parameters.beta = constants.beta;
  if (form.season !== 'N') parameters.gamma = constants.gamma;
  if (form.trend === 'Ad') parameters.phi = constants.phi;
  parameters.initialLevel = initial[0];
  if (form.trend !== 'N') parameters.initialTrend = initial[1];
  if (form.season !== 'N')
    for (let phase = 0; phase < season; phase++) parameters[`initialSeason${phase}`] = initial[2 + phase];
  return parameters;
}
