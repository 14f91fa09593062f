import { type HierarchyLevel, historyRows, sumRows, weightedOverLevels } from './hierarchy.ts';
import { pinball } from './quantile-losses.ts';
import { rmsse } from './scaled-errors.ts';
import type { Histories } from './series.ts';

/** A score over a hierarchy, and at each of its levels. */
export interface HierarchyScore {
  readonly score: number;
  readonly levels: Float64Array;
}

/**
 * Weighted RMSSE over a hierarchy (M5 competitors' guide, eq. 1 and 2): at each level the weighted mean of the groups' RMSSE, each on
 * its own summed history, forecasts summed from the bottom; the mean of the levels.
 *
 * @param actual series × horizon; NaN = not observed: neither it nor its forecast is summed
 * @param forecast series × horizon
 * @param history of the same series, all ending just before the horizon
 * @param weights of the series; in M5 the dollars that they sold for in the last 28 days of their history
 * @param levels of the hierarchy: `m5Levels`, or any list of `levelOf`
 */
export function wrmsse(
  actual: Float64Array,
  forecast: Float64Array,
  history: Histories,
  weights: Float64Array,
  levels: readonly HierarchyLevel[],
): HierarchyScore {
  const horizon = actual.length / weights.length;
  const past = historyRows(history);
  const observed = forecast.map((value, at) => (Number.isNaN(actual[at]) ? Number.NaN : value));
  const scores = levels.map((level) =>
    rmsse(
      sumRows(actual, horizon, level),
      sumRows(observed, horizon, level),
      evenOffsets(level.count, horizon),
      { values: sumRows(past.rows, past.width, level), offsets: evenOffsets(level.count, past.width) },
    ),
  );
  return weightedOverLevels(scores, weights, levels);
}

/** M5's quantile levels. */
export const M5_QUANTILES: readonly number[] = [0.005, 0.025, 0.165, 0.25, 0.5, 0.75, 0.835, 0.975, 0.995];

/**
 * Weighted scaled pinball loss over a hierarchy (M5 uncertainty competitors' guide, eq. 1 and 2): pinball, mean over steps and quantile
 * levels, ÷ the mean absolute change of the group's summed history since its first sale; weighted and averaged as WRMSSE is.
 * Quantiles don't add up, so that each level brings its own.
 *
 * @param actual series × horizon; NaN = not observed: the quantiles of a group are of what was observed of it
 * @param quantiles of each level of the hierarchy: its groups × horizon × quantile levels
 * @param quantileLevels M5's are `M5_QUANTILES`; the other arguments as for `wrmsse`
 */
export function wspl(
  actual: Float64Array,
  quantiles: readonly Float64Array[],
  quantileLevels: readonly number[],
  history: Histories,
  weights: Float64Array,
  levels: readonly HierarchyLevel[],
): HierarchyScore {
  const horizon = actual.length / weights.length;
  const past = historyRows(history);
  const scores = levels.map((level, l) => {
    const rows = sumRows(past.rows, past.width, level);
    const losses = pinball(
      sumRows(actual, horizon, level),
      quantiles[l],
      quantileLevels,
      evenOffsets(level.count, horizon),
    );
    return losses.map((loss, g) => loss / meanChange(rows.subarray(g * past.width, (g + 1) * past.width)));
  });
  return weightedOverLevels(scores, weights, levels);
}

function evenOffsets(count: number, width: number): Uint32Array {
  return Uint32Array.from({ length: count + 1 }, (_, i) => i * width);
}

/** Mean absolute change from one observed value of a history to the next, since its first one that is not zero. */
function meanChange(history: Float64Array): number {
  let previous = Number.NaN;
  let sum = 0;
  let count = 0;
  for (const value of history) {
    if (Number.isNaN(value) || (Number.isNaN(previous) && value === 0)) continue;
    if (!Number.isNaN(previous)) {
      sum += Math.abs(value - previous);
      count++;
    }
    previous = value;
  }
  return sum / count;
}
