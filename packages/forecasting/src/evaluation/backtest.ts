import {
  type FailureCause,
  type FittedModel,
  isFailure,
  type Model,
  type ModelScore,
  type SeriesInput,
} from '../contract.ts';
import { clamp, type Range } from './range.ts';
import { scoreOf, type TestWindow } from './score.ts';

/** A model on the rolling origins: refitted at each, to nothing but what lies before it. */
export interface Trial {
  readonly model: Model;
  /** The fit at each origin. */
  readonly fits: readonly FittedModel[];
  readonly windows: readonly TestWindow[];
  readonly score: ModelScore;
}

export interface ModelFailure {
  readonly model: string;
  readonly cause: FailureCause;
}

/** What precedes an origin, of the values and of the covariates (which are known for the test window too). */
export function before(series: SeriesInput, origin: number, horizon: number): SeriesInput {
  return {
    ...series,
    values: series.values.subarray(0, origin),
    known: series.known && {
      names: series.known.names,
      columns: series.known.columns.map((column) => column.subarray(0, origin + horizon)),
    },
  };
}

/**
 * Tries a model at every origin. A model that can't be fitted at one of them is a failure with that cause, because
 * its errors would not be over the same values as the others'. `ranges` has the range of the history before each origin.
 */
export function tryModel(
  model: Model,
  series: SeriesInput,
  origins: readonly number[],
  ranges: readonly Range[],
  horizon: number,
): Trial | ModelFailure {
  const fits: FittedModel[] = [];
  const windows: TestWindow[] = [];
  for (let k = 0; k < origins.length; k++) {
    const end = Math.min(origins[k] + horizon, series.values.length);
    const fit = model.fit(before(series, origins[k], end - origins[k]), fits.at(-1));
    if (isFailure(fit)) return { model: model.name, cause: fit.cause };
    const forecast = boundedForecast(fit, end - origins[k], ranges[k]);
    if (forecast === undefined) return { model: model.name, cause: 'not-finite' };
    fits.push(fit);
    windows.push({ origin: origins[k], actual: series.values.subarray(origins[k], end), forecast });
  }
  return { model, fits, windows, score: scoreOf(model.name, series.values, windows) };
}

/** Mean forecasts within the range; undefined where one is not a finite number. */
export function boundedForecast(fit: FittedModel, horizon: number, range: Range): Float64Array | undefined {
  const forecast = fit.forecast(horizon);
  for (let h = 0; h < horizon; h++) {
    if (!Number.isFinite(forecast[h])) return undefined;
    forecast[h] = clamp(forecast[h], range);
  }
  return forecast;
}
