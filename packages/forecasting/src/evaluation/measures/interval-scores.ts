import { covered, observations } from '../losses.ts';
import { bySeries } from './series.ts';

/**
 * Share of each series' observed values within [low, high], ends included. For slow items no interval of whole numbers can have the
 * share it is meant to have: judge those by `meanPit`. NaN where nothing was observed.
 *
 * @param actual NaN = not observed: left out
 * @param low as long as `actual`
 * @param high as long as `actual`
 * @param offsets series count + 1
 */
export function coverage(
  actual: Float64Array,
  low: Float64Array,
  high: Float64Array,
  offsets: Uint32Array,
): Float64Array {
  return bySeries(offsets, (from, to) => {
    const observed = actual.subarray(from, to);
    return covered(observed, low.subarray(from, to), high.subarray(from, to)) / observations(observed);
  });
}

/**
 * Winkler's interval score of each series: mean width of the intervals, plus 2 ÷ (1 − nominal) times what a value lies outside
 * (Winkler 1972, JASA 67; Gneiting & Raftery 2007, eq. 43). In the unit of its values, smaller is better.
 *
 * @param nominal share that the intervals are to hold, 0.8 for 80 %; the other arguments as for `coverage`
 */
export function winkler(
  actual: Float64Array,
  low: Float64Array,
  high: Float64Array,
  nominal: number,
  offsets: Uint32Array,
): Float64Array {
  return bySeries(offsets, (from, to) => {
    let sum = 0;
    let count = 0;
    for (let t = from; t < to; t++) {
      if (Number.isNaN(actual[t])) continue;
      const outside = Math.max(0, low[t] - actual[t], actual[t] - high[t]);
      sum += high[t] - low[t] + (2 / (1 - nominal)) * outside;
      count++;
    }
    return sum / count;
  });
}
