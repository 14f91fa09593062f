import { type ArimaEstimate, estimateExactly, estimateQuickly, type Terms } from '../../kernels/arima/fit.ts';
import { ArimaSeries, type Differences } from '../../kernels/arima/series.ts';
import { differencesOf } from './differences.ts';
import { isSound, searchOrder } from './order-search.ts';

/** With fewer values a criterion cannot tell a mean from none. */
const FEWEST_TO_SEARCH = 5;
/** Log-likelihood that a refit may be short of: a thousandth of what a criterion takes for one term more. */
const WARM_TOP = 0.001;
/** Scaled values that differ by no more are alike but for rounding. */
const ROUNDING = 1e-12;

/** The part of a history that says something: from the first value observed to the last. Undefined where none was. */
export function observedPart(values: Float64Array): { values: Float64Array; first: number } | undefined {
  const first = values.findIndex((value) => !Number.isNaN(value));
  if (first < 0) return undefined;
  const last = values.findLastIndex((value) => !Number.isNaN(value));
  return { values: values.subarray(first, last + 1), first };
}

/**
 * Differences, order and constant chosen, then estimated by exact likelihood. `values` begin and end with an observed
 * one. After an earlier estimate the order is kept and only the coefficients are estimated again, unless they no longer
 * make a sound model.
 */
export function estimateAutomatically(
  values: Float64Array,
  season: number,
  earlier?: ArimaEstimate,
): ArimaEstimate {
  if (earlier !== undefined && earlier.order.season === season) {
    const again = estimateAgain(values, earlier);
    if (again !== undefined) return again;
  }
  const differences = differencesOf(values, season);
  const series = new ArimaSeries(values, [], differences);
  const searched = series.used >= FEWEST_TO_SEARCH && !isFlat(series.differenced);
  return (searched ? searchOrder(series) : undefined) ?? onlyDifferences(series);
}

/** The same order at the top of the likelihood; where that is on the circle, at the least squares; else undefined. */
function estimateAgain(values: Float64Array, earlier: ArimaEstimate): ArimaEstimate | undefined {
  const { d, D, season, p, q, P, Q } = earlier.order;
  const series = new ArimaSeries(values, [], { d, D, season });
  const { constant, coefficients } = earlier;
  const terms = { p, q, P, Q };
  const exact = estimateExactly(series, terms, constant, coefficients, WARM_TOP);
  if (isSound(exact) && exact.variance > 0) return exact;
  const quick = estimateQuickly(series, terms, constant, coefficients);
  return isSound(quick) && quick.variance > 0 ? quick : undefined;
}

/** One model of given differences and terms. Differences that leave nothing to estimate by are not taken. */
export function estimateOf(
  values: Float64Array,
  differences: Differences,
  terms: Terms,
  constant: boolean,
  start?: Float64Array,
): ArimaEstimate {
  const series = new ArimaSeries(values, [], differences);
  const from = start ?? estimateQuickly(series, terms, constant).coefficients;
  return estimateExactly(series, terms, constant, from);
}

/** Where no terms can be estimated: the differences' mean, unless it would bend the forecast. */
function onlyDifferences(series: ArimaSeries): ArimaEstimate {
  const { d, D } = series.differences;
  return estimateQuickly(series, { p: 0, q: 0, P: 0, Q: 0 }, d + D <= 1);
}

function isFlat(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - values[0]) <= ROUNDING);
}
