import { absoluteActual, absoluteError, observations, signedError, squaredError } from '../losses.ts';
import { bySeries } from './series.ts';

/**
 * Mean absolute error of each series, in the unit of its values; NaN where nothing was observed.
 *
 * @param actual NaN = not observed: left out
 * @param forecast as long as `actual`, finite
 * @param offsets series count + 1
 */
export function mae(actual: Float64Array, forecast: Float64Array, offsets: Uint32Array): Float64Array {
  return bySeries(offsets, (from, to) => {
    const observed = actual.subarray(from, to);
    return absoluteError(observed, forecast.subarray(from, to)) / observations(observed);
  });
}

/** Root mean squared error of each series, in the unit of its values. Arguments as for `mae`. */
export function rmse(actual: Float64Array, forecast: Float64Array, offsets: Uint32Array): Float64Array {
  return bySeries(offsets, (from, to) => {
    const observed = actual.subarray(from, to);
    return Math.sqrt(squaredError(observed, forecast.subarray(from, to)) / observations(observed));
  });
}

/** Σ|ŷ − y| ÷ Σ|y| of each series: 0.3 is 30 %. NaN or infinite where nothing sold. Arguments as for `mae`. */
export function wape(actual: Float64Array, forecast: Float64Array, offsets: Uint32Array): Float64Array {
  return bySeries(offsets, (from, to) => {
    const observed = actual.subarray(from, to);
    return absoluteError(observed, forecast.subarray(from, to)) / absoluteActual(observed);
  });
}

/** Σ(ŷ − y) ÷ Σ|y| of each series: positive = forecast too high. Arguments as for `mae`. */
export function bias(actual: Float64Array, forecast: Float64Array, offsets: Uint32Array): Float64Array {
  return bySeries(offsets, (from, to) => {
    const observed = actual.subarray(from, to);
    return signedError(observed, forecast.subarray(from, to)) / absoluteActual(observed);
  });
}

/**
 * Mean of 2 |ŷ − y| ÷ (|ŷ| + |y|) of each series, between 0 and 2; where both are zero the forecast is right, and that is 0
 * (M4 competition: Makridakis, Spiliotis & Assimakopoulos 2020, IJF 36, eq. 2). Arguments as for `mae`.
 */
export function smape(actual: Float64Array, forecast: Float64Array, offsets: Uint32Array): Float64Array {
  return bySeries(offsets, (from, to) => {
    let sum = 0;
    let count = 0;
    for (let t = from; t < to; t++) {
      if (Number.isNaN(actual[t])) continue;
      const size = Math.abs(actual[t]) + Math.abs(forecast[t]);
      if (size > 0) sum += (2 * Math.abs(forecast[t] - actual[t])) / size;
      count++;
    }
    return sum / count;
  });
}
