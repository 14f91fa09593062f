import {
  type FitFailure,
  type FittedModel,
  isFailure,
  type Model,
  type SeriesInput,
} from '../../contract.ts';
import {
  addSeasonsAhead,
  decomposable,
  type Seasons,
  splitSeasons,
  sumOfSeasons,
} from '../../kernels/decomposition/multiple-seasons.ts';
import { chooseSpans } from '../../kernels/decomposition/season-spans.ts';
import type { StlSpans } from '../../kernels/decomposition/stl.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** What a fit leaves for a later one. */
interface FittedMstl extends FittedModel {
  readonly rest: FittedModel;
}

/**
 * MSTL with any model on the rest: seasons (`season` and the longer `seasons`) are taken out by loess, `inner` is fitted to
 * what is left, and each season's last cycle is added to its forecasts (Bandara, Hyndman & Bergmeir 2021). A season that
 * the history shows no more than twice, or that tells less than it costs, stays in what is left.
 *
 * What isn't observed stays so for `inner`. Intervals and paths are those of the rest: the seasons count as known.
 *
 * @param spansOf how much the season of each period is smoothed; undefined where it had better not be taken out
 */
export function mstl(
  inner: Model,
  spansOf: (
    values: Float64Array,
    periods: readonly number[],
  ) => readonly (StlSpans | undefined)[] = chooseSpans,
): Model {
  const name = `mstl(${inner.name})`;
  return {
    name,
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const { values, season, seasons = [] } = series;
      if (lastObserved(values) < 0) return { cause: 'no-observations' };
      const periods = decomposable(values.length, [season, ...seasons]);
      if (season > 1 && periods.length === 0) return { cause: 'history-too-short' };
      const smoothing = smoothingOf(periods, periods.length > 0 ? spansOf(values, periods) : []);
      const split = splitSeries(series, values.length, smoothing);
      const rest = inner.fit(split.rest, (warmStart as FittedMstl | undefined)?.rest);
      if (isFailure(rest)) return rest;
      const ahead = (rows: Float64Array, horizon: number): Float64Array => {
        if (split.seasons)
          for (let at = 0; at < rows.length; at += horizon) addSeasonsAhead(split.seasons, rows, at, horizon);
        return rows;
      };
      const fitted: FittedMstl = {
        model: name,
        rest,
        parameters: { ...parametersOf(smoothing), ...rest.parameters },
        ...(rest.likelihood && { likelihood: rest.likelihood }),
        forecast: (horizon) => ahead(rest.forecast(horizon), horizon),
        replay: (origins, horizon, over = series) => replayMstl(rest, smoothing, origins, horizon, over),
        ...(rest.deviations && { deviations: (horizon: number) => rest.deviations!(horizon) }),
        ...(rest.simulate && {
          simulate: (horizon: number, paths: number, random: () => number) =>
            ahead(rest.simulate!(horizon, paths, random), horizon),
        }),
      };
      return fitted;
    },
  };
}

/** A history's seasons, where it shows any, and what `inner` is given. */
interface Split {
  readonly seasons: Seasons | undefined;
  readonly rest: SeriesInput;
}

/** How much the season of each period is smoothed: what the fit of a decomposition is. */
type Smoothing = ReadonlyMap<number, StlSpans>;

function smoothingOf(periods: readonly number[], spans: readonly (StlSpans | undefined)[]): Smoothing {
  const smoothing = new Map<number, StlSpans>();
  for (const [index, period] of periods.entries()) {
    const chosen = spans[index];
    if (chosen) smoothing.set(period, chosen);
  }
  return smoothing;
}

/** Cycles and phases that are smoothed together, by period. */
function parametersOf(smoothing: Smoothing): Record<string, number> {
  const parameters: Record<string, number> = {};
  for (const [period, { seasonal, phases }] of smoothing) {
    parameters[`cycles${period}`] = seasonal.window;
    parameters[`phases${period}`] = phases?.window ?? 1;
  }
  return parameters;
}

/** Splits the first `end` values, from nothing else, into those of the seasons that they show more than twice. */
function splitSeries(
  { values, season: _, seasons: __, ...series }: SeriesInput,
  end: number,
  smoothing: Smoothing,
): Split {
  const past = values.subarray(0, end);
  const periods = decomposable(end, [...smoothing.keys()]);
  if (periods.length === 0 || lastObserved(past) < 0)
    return { seasons: undefined, rest: { ...series, values: past, season: 1 } };
  const found = splitSeasons(
    past,
    periods,
    periods.map((period) => smoothing.get(period)!),
  );
  const sum = sumOfSeasons(found, end);
  const rest = past.map((value, t) => value - sum[t]);
  return { seasons: found, rest: { ...series, values: rest, season: 1 } };
}

/**
 * Seasons are taken anew from what lies before each origin, because those of the whole history know what comes after: loess
 * looks both ways. One decomposition an origin; the windows and the parameters of the rest stay as they were fitted.
 */
function replayMstl(
  rest: FittedModel,
  smoothing: Smoothing,
  origins: Int32Array,
  horizon: number,
  over: SeriesInput,
): Float64Array {
  const rows = new Float64Array(origins.length * horizon);
  for (let r = 0; r < origins.length; r++) {
    const split = splitSeries(over, origins[r], smoothing);
    const row = rest.replay(origins.subarray(r, r + 1), horizon, split.rest);
    if (split.seasons) addSeasonsAhead(split.seasons, row, 0, horizon);
    rows.set(row, r * horizon);
  }
  return rows;
}
