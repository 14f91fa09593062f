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
} from '../../kernels/multiple-seasons.ts';
import { lastObserved } from '../../kernels/observed.ts';

/** What a fit leaves for a later one. */
interface FittedMstl extends FittedModel {
  readonly rest: FittedModel;
}

/**
 * MSTL with any model on the rest: seasons (`season` and the longer `seasons`) are taken out by loess, `inner` is fitted to
 * what is left, and each season's last cycle is added to its forecasts (Bandara, Hyndman & Bergmeir 2021). A season that
 * the history shows no more than twice is left to `inner`, and so is all where no season was asked for.
 *
 * What isn't observed stays so for `inner`. Intervals and paths are those of the rest: the seasons count as known.
 */
export function mstl(inner: Model): Model {
  const name = `mstl(${inner.name})`;
  return {
    name,
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const { values, season } = series;
      if (lastObserved(values) < 0) return { cause: 'no-observations' };
      const split = splitSeries(series, values.length);
      if (season > 1 && split.seasons === undefined) return { cause: 'history-too-short' };
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
        parameters: { seasons: split.seasons?.periods.length ?? 0, ...rest.parameters },
        ...(rest.likelihood && { likelihood: rest.likelihood }),
        forecast: (horizon) => ahead(rest.forecast(horizon), horizon),
        replay: (origins, horizon, over = series) => replayMstl(rest, origins, horizon, over),
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

/** Splits the first `end` values, from nothing else. */
function splitSeries({ values, season, seasons, ...series }: SeriesInput, end: number): Split {
  const past = values.subarray(0, end);
  const periods = decomposable(end, [season, ...(seasons ?? [])]);
  if (periods.length === 0 || lastObserved(past) < 0)
    return { seasons: undefined, rest: { ...series, values: past, season: 1 } };
  const found = splitSeasons(past, periods);
  const sum = sumOfSeasons(found, end);
  const rest = past.map((value, t) => value - sum[t]);
  return { seasons: found, rest: { ...series, values: rest, season: 1 } };
}

/**
 * Seasons are taken anew from what lies before each origin, because those of the whole history know what comes after: loess
 * looks both ways. One decomposition an origin; the model of the rest keeps its parameters.
 */
function replayMstl(
  rest: FittedModel,
  origins: Int32Array,
  horizon: number,
  over: SeriesInput,
): Float64Array {
  const rows = new Float64Array(origins.length * horizon);
  for (let r = 0; r < origins.length; r++) {
    const split = splitSeries(over, origins[r]);
    const row = rest.replay(origins.subarray(r, r + 1), horizon, split.rest);
    if (split.seasons) addSeasonsAhead(split.seasons, row, 0, horizon);
    rows.set(row, r * horizon);
  }
  return rows;
}
