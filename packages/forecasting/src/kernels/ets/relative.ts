/**
 * Errors as shares of their forecasts, and their likelihood: n log Σ shares² + 2 Σ log forecast (Hyndman et al. 2008,
 * eq. 5.4). That is n log of a sum of squares too, of shares times the forecasts' geometric mean, so that Gauss and Newton's
 * stand-in for second derivatives serves here as well.
 */

/** A number a period each; 0 where not observed. */
export interface RelativeErrors {
  readonly shares: Float64Array;
  /** What turns a derivative of an error into one of its share. */
  readonly weights: Float64Array;
  /** 1 ÷ forecast */
  readonly inverses: Float64Array;
}

/** Σ shares² and Σ log forecast; the latter Infinity where a forecast is not positive. */
export interface RelativeSums {
  squares: number;
  logs: number;
}

/** Turns errors into shares of their forecasts. */
export function relateErrors(
  values: Float64Array,
  errors: Float64Array,
  { shares, weights, inverses }: RelativeErrors,
): RelativeSums {
  let squares = 0;
  let logs = 0;
  let product = 1;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) {
      shares[t] = 0;
      weights[t] = 0;
      inverses[t] = 0;
      continue;
    }
    const forecast = value - errors[t];
    if (!(forecast > 0)) return { squares: Number.POSITIVE_INFINITY, logs: Number.POSITIVE_INFINITY };
    const inverse = 1 / forecast;
    const share = errors[t] * inverse;
    shares[t] = share;
    inverses[t] = inverse;
    weights[t] = value * inverse * inverse;
    squares += share * share;
    // A logarithm only where the product gets near the ends of what a number can hold.
    product *= forecast;
    if (product > MOST_PRODUCT || product < LEAST_PRODUCT) {
      logs += Math.log(product);
      product = 1;
    }
  }
  return { squares, logs: logs + Math.log(product) };
}

/** One more factor of 1e100 would still fit into a number. */
const MOST_PRODUCT = 1e100;
const LEAST_PRODUCT = 1e-100;

/**
 * Turns the columns' derivatives of errors into those of shares, and writes how the mean log forecast drifts with each.
 */
export function relateColumns(
  columns: Float64Array,
  length: number,
  count: number,
  observed: number,
  { weights, inverses }: RelativeErrors,
  drift: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const at = k * length;
    let sum = 0;
    for (let t = 0; t < length; t++) {
      const change = columns[at + t];
      sum -= change * inverses[t];
      columns[at + t] = change * weights[t];
    }
    drift[k] = sum / observed;
  }
}

/**
 * Adds to inner products of the shares' derivatives what the drift of the geometric mean does to them, and to the products of
 * derivatives and shares likewise.
 */
export function addDrift(
  gram: Float64Array,
  products: Float64Array,
  drift: Float64Array,
  squares: number,
): void {
  const count = products.length;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++)
      gram[i * count + j] += products[i] * drift[j] + drift[i] * products[j] + squares * drift[i] * drift[j];
  for (let i = 0; i < count; i++) products[i] += squares * drift[i];
}
