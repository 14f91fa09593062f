import { wape } from './point-errors.ts';

/**
 * Forecast value added of each series: WAPE of a simpler forecast − WAPE of this one, so that 0.05 is five points of accuracy gained
 * and a negative number is work that made it worse (Gilliland 2010, The Business Forecasting Deal, 4). Against seasonal
 * naive for a model; against the model for what a human changed.
 *
 * @param actual NaN = not observed: left out
 * @param forecast what is judged
 * @param simpler what there would have been without it
 * @param offsets series count + 1
 */
export function valueAdded(
  actual: Float64Array,
  forecast: Float64Array,
  simpler: Float64Array,
  offsets: Uint32Array,
): Float64Array {
  const judged = wape(actual, forecast, offsets);
  return wape(actual, simpler, offsets).map((without, i) => without - judged[i]);
}
