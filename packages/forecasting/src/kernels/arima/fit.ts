import { type Explained, explain, maximiseLikelihood } from './maximum-likelihood.ts';
import { type ArimaOrder, coefficientCount } from './order.ts';
import type { ArimaSeries } from './series.ts';

/** Errors of this share of the largest value are rounding: then the model explains the series exactly. */
const ROUNDING = 1e-13;

/** One ARIMA model estimated for one series. */
export interface ArimaEstimate extends Explained {
  readonly order: ArimaOrder;
  /** Whether slopes[0] is the constant of the differences; the regressors' slopes follow it. */
  readonly constant: boolean;
  /** Estimated quantities: coefficients, slopes and the variance. */
  readonly parameterCount: number;
  readonly aicc: number;
  /** Variance of the errors, for the degrees of freedom left (Hyndman & Khandakar 2008, as forecast does it). */
  readonly variance: number;
  /** Innovations that the likelihood is made of. */
  readonly used: number;
}

/** Terms of a model beside its differences. */
export type Terms = Pick<ArimaOrder, 'p' | 'q' | 'P' | 'Q'>;

/**
 * Estimates by unconditional least squares, and judges by the exact likelihood there: a lower bound of the largest one that
 * is close to it for long series, and comparable between orders, as sums of squares are not.
 */
export function estimateQuickly(
  series: ArimaSeries,
  { p, q, P, Q }: Terms,
  constant: boolean,
  start?: Float64Array,
): ArimaEstimate {
  const order = { ...series.differences, p, q, P, Q };
  const from = start ?? new Float64Array(coefficientCount(order));
  const coefficients = series.leastSquares(constant).fit(order, from);
  return judged(series, order, constant, explain(series.filter(constant), order, coefficients));
}

/** Log-likelihood that a last step of an exact search may still gain: far below what tells two models apart. */
const TOP = 1e-6;

/** Estimates by exact maximum likelihood from a start near the top, which is found to within about `tolerance`. */
export function estimateExactly(
  series: ArimaSeries,
  { p, q, P, Q }: Terms,
  constant: boolean,
  start: Float64Array,
  tolerance = TOP,
): ArimaEstimate {
  const order = { ...series.differences, p, q, P, Q };
  return judged(
    series,
    order,
    constant,
    maximiseLikelihood(series.filter(constant), order, start, tolerance),
  );
}

/** Brings what was found for scaled values back to the values' own units. */
function judged(
  series: ArimaSeries,
  order: ArimaOrder,
  constant: boolean,
  explained: Explained,
): ArimaEstimate {
  const { scale } = series;
  const { used } = series.filter(constant);
  const { slopes, slopeVariances } = explained;
  const parameterCount = coefficientCount(order) + slopes.length + 1;
  const logLikelihood = explained.logLikelihood - used * Math.log(scale);
  const exact = explained.squaredError <= used * ROUNDING * ROUNDING;
  const squaredError = exact ? 0 : explained.squaredError * scale * scale;
  const left = used - parameterCount - 1;
  const correction = (2 * parameterCount * (parameterCount + 1)) / left;
  return {
    coefficients: explained.coefficients,
    slopes: slopes.map((slope) => slope * scale),
    slopeVariances,
    squaredError,
    logLikelihood,
    order,
    constant,
    parameterCount,
    aicc: left > 0 ? -2 * logLikelihood + 2 * parameterCount + correction : Number.POSITIVE_INFINITY,
    variance: squaredError / Math.max(1, used - parameterCount + 1),
    used,
  };
}
