import {
  type FailureCause,
  type FittedModel,
  isFailure,
  type Model,
  type ModelScore,
  type SeriesInput,
} from '../contract.ts';
import type { TestPlan } from './origins.ts';
import { clamp, type Range } from './range.ts';
import { scoreOf, type TestWindow } from './score.ts';

/** A model on the rolling origins: refitted at each, to nothing but what lies before it. */
export interface Trial {
  readonly model: Model;
  /** The fit at each refit origin. */
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
 * Tries a model: fits it at each refit origin, and lets it forecast from there and from the origins up to the next
 * refit, its states following the values, its parameters staying. Nothing after an origin is in that origin's forecast.
 * A model that can't be fitted or doesn't forecast everywhere is a failure with that cause, because its errors would not
 * be over the same values as the others'. `ranges` has the range of the history before each refit.
 */
export function tryModel(
  model: Model,
  series: SeriesInput,
  { refits, origins }: TestPlan,
  ranges: readonly Range[],
  horizon: number,
): Trial | ModelFailure {
  const { values } = series;
  const fits: FittedModel[] = [];
  const windows: TestWindow[] = [];
  for (let k = 0; k < refits.length; k++) {
    const fit = model.fit(before(series, refits[k], horizon), fits.at(-1));
    if (isFailure(fit)) return { model: model.name, cause: fit.cause };
    fits.push(fit);
    const rows = fit.replay(origins[k], horizon, series);
    for (let r = 0; r < origins[k].length; r++) {
      const origin = origins[k][r];
      const end = Math.min(origin + horizon, values.length);
      const forecast = rows.subarray(r * horizon, r * horizon + end - origin);
      if (!bound(forecast, ranges[k])) return { model: model.name, cause: 'not-finite' };
      windows.push({ refit: k, origin, actual: values.subarray(origin, end), forecast });
    }
  }
  return { model, fits, windows, score: scoreOf(model.name, values, windows) };
}

/** Puts forecasts within the range; false where one is not a finite number. */
export function bound(forecast: Float64Array, range: Range): boolean {
  for (let h = 0; h < forecast.length; h++) {
    if (!Number.isFinite(forecast[h])) return false;
    forecast[h] = clamp(forecast[h], range);
  }
  return true;
}
