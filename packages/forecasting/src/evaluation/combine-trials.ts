import type { Model, SeriesInput } from '../contract.ts';
import { type Combination, isCombination } from '../models/combination/combination.ts';
import { combineInto } from '../models/combination/combine.ts';
import { shrinkRare } from '../models/combination/rare-demand.ts';
import { before, type Trial } from './backtest.ts';
import { errorWeights } from './error-weights.ts';
import { scoreOf, type TestWindow } from './score.ts';

/**
 * The trial of a combination, put together from its members' trials: it costs no fit. Weights at each refit come from
 * values before that refit alone, so that the combination's own score is honest too; at the first, where nothing has been tested
 * yet, all count the same. The model in the result carries the weights of all windows, for the forecast to come.
 *
 * @param members trials of the combination's members, over the same windows; a member that failed is missing
 * @param series what the windows are in
 * @param power of absolute error in the loss that weights come from
 */
export function combineTrials(
  combination: Combination,
  members: readonly Trial[],
  series: SeriesInput,
  power: 1 | 2,
): Trial | undefined {
  if (members.length === 0) return undefined;
  const { combining } = combination;
  const { values } = series;
  const refits = members[0].fits.map((_, k) => members[0].windows.find(({ refit }) => refit === k)!.origin);
  const weights = [...refits, values.length].map((end) =>
    combining === 'mean' || combining === 'median'
      ? members.map(() => 1)
      : weightsBefore(end, members, power),
  );
  const windows = members[0].windows.map((window, w): TestWindow => {
    const forecast = new Float64Array(window.forecast.length);
    combineInto(
      forecast,
      combining,
      members.map((member) => member.windows[w].forecast),
      weights[window.refit],
    );
    if (combining === 'rare') shrinkRare(forecast, values, window.origin);
    return { ...window, forecast };
  });
  const weighted = (k: number): Combination =>
    combination.withWeights(new Map(members.map((member, m) => [member.model.name, weights[k][m]])));
  return {
    model: weighted(refits.length),
    fits: refits.map((_, k) =>
      weighted(k).combine(
        members.map((member) => member.fits[k]),
        before(series, refits[k], 0),
      ),
    ),
    windows,
    score: scoreOf(combination.name, values, windows),
  };
}

/** Weights of the members by their mean loss over the test values before `end`. */
function weightsBefore(end: number, members: readonly Trial[], power: 1 | 2): number[] {
  const losses = members.map(({ windows }) => {
    let sum = 0;
    let count = 0;
    for (const { origin, actual, forecast } of windows) {
      const steps = Math.min(actual.length, end - origin);
      for (let h = 0; h < steps; h++) {
        const error = Math.abs(forecast[h] - actual[h]);
        if (Number.isNaN(error)) continue;
        sum += error ** power;
        count++;
      }
    }
    return count > 0 ? (sum / count) ** (2 / power) : 0;
  });
  return errorWeights(losses);
}

/** The single models that candidates are made of: themselves, or their members. */
export function singleModels(candidates: readonly Model[]): Model[] {
  return [...new Set(candidates.flatMap((model) => (isCombination(model) ? model.members : [model])))];
}
