import { meanSquaredChange } from '../losses.ts';
import { mae, rmse } from './point-errors.ts';
import { bySeries, type Histories } from './series.ts';

/**
 * Mean absolute scaled error of each series: its MAE ÷ the mean absolute error of seasonal naive within the history (Hyndman
 * & Koehler 2006, IJF 22, 3). M4 takes a season of 1 for days and weeks. NaN or infinite where the history never changes.
 *
 * @param actual NaN = not observed: left out
 * @param forecast as long as `actual`, finite
 * @param offsets of `actual`, series count + 1
 * @param history of the same series
 * @param season periods between a value and the one that seasonal naive takes for it
 */
export function mase(
  actual: Float64Array,
  forecast: Float64Array,
  offsets: Uint32Array,
  history: Histories,
  season: number,
): Float64Array {
  const errors = mae(actual, forecast, offsets);
  const scales = seasonalErrors(history, season);
  return errors.map((error, i) => error / scales[i]);
}

/**
 * Root mean squared scaled error of each series: its RMSE ÷ the root of the mean squared change from one observed value of the
 * history to the next, from the first value that is not zero on (M5 competitors' guide, eq. 1). NaN or infinite where
 * the history never changes. Arguments as for `mase`.
 */
export function rmsse(
  actual: Float64Array,
  forecast: Float64Array,
  offsets: Uint32Array,
  history: Histories,
): Float64Array {
  const errors = rmse(actual, forecast, offsets);
  return errors.map(
    (error, i) =>
      error /
      Math.sqrt(meanSquaredChange(history.values.subarray(history.offsets[i], history.offsets[i + 1]))),
  );
}

/** Mean absolute difference between values of each history that lie a season apart; NaN where no two are observed. */
export function seasonalErrors({ values, offsets }: Histories, season: number): Float64Array {
  return bySeries(offsets, (from, to) => {
    let sum = 0;
    let count = 0;
    for (let t = from + season; t < to; t++) {
      const change = Math.abs(values[t] - values[t - season]);
      if (Number.isNaN(change)) continue;
      sum += change;
      count++;
    }
    return sum / count;
  });
}
