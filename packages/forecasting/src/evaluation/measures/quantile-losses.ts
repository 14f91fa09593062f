import { absoluteActual } from '../losses.ts';
import { seasonalErrors } from './scaled-errors.ts';
import { bySeries, type Histories } from './series.ts';

/**
 * Mean pinball loss of each series over its observed values and all levels, in the unit of its values (Koenker & Bassett 1978,
 * Econometrica 46); at 0.5 half the absolute error. NaN where nothing was observed.
 *
 * @param actual NaN = not observed: left out
 * @param quantiles actual.length × levels: value t's forecasts are [t × levels, (t + 1) × levels)
 * @param levels of the quantiles, in (0, 1)
 * @param offsets series count + 1
 */
export function pinball(
  actual: Float64Array,
  quantiles: Float64Array,
  levels: readonly number[],
  offsets: Uint32Array,
): Float64Array {
  return bySeries(offsets, (from, to) => {
    let sum = 0;
    let count = 0;
    for (let t = from; t < to; t++) {
      if (Number.isNaN(actual[t])) continue;
      for (let j = 0; j < levels.length; j++) {
        const above = actual[t] - quantiles[t * levels.length + j];
        sum += above >= 0 ? levels[j] * above : (levels[j] - 1) * above;
      }
      count += levels.length;
    }
    return sum / count;
  });
}

/**
 * Weighted quantile loss of each series: 2 Σ pinball ÷ Σ|y|, mean over the levels; at 0.5 alone it is WAPE (Gasthaus et al. 2019,
 * AISTATS; the measure of Chronos and GluonTS). Pool it with one pair of offsets. Arguments as for `pinball`.
 */
export function wql(
  actual: Float64Array,
  quantiles: Float64Array,
  levels: readonly number[],
  offsets: Uint32Array,
): Float64Array {
  const losses = pinball(actual, quantiles, levels, offsets);
  return bySeries(offsets, (from, to, i) => {
    let observed = 0;
    for (let t = from; t < to; t++) if (!Number.isNaN(actual[t])) observed++;
    return (2 * losses[i] * observed) / absoluteActual(actual.subarray(from, to));
  });
}

/**
 * Scaled quantile loss of each series, as fev-bench has it: 2 × mean pinball ÷ the mean absolute error of seasonal naive within
 * the history (Shchur et al. 2025, arXiv 2509.26468, 3). At 0.5 alone it is MASE.
 *
 * @param history of the same series
 * @param season as for `mase`; the other arguments as for `pinball`
 */
export function scaledQuantileLoss(
  actual: Float64Array,
  quantiles: Float64Array,
  levels: readonly number[],
  offsets: Uint32Array,
  history: Histories,
  season: number,
): Float64Array {
  const scales = seasonalErrors(history, season);
  return pinball(actual, quantiles, levels, offsets).map((loss, i) => (2 * loss) / scales[i]);
}
