import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { coefficientCount, lostToDifferences } from '../../kernels/arima/order.ts';
import { estimateOf, observedPart } from './estimate.ts';
import { type FittedArima, fittedArima } from './fitted-arima.ts';

/** p, d, q and P, D, Q of a model; the season comes with the series. */
export type Order = readonly [number, number, number];

const NONE: Order = [0, 0, 0];

/**
 * ARIMA(p, d, q)(P, D, Q)[m] of a given order (Box & Jenkins 1976), with a mean where nothing is differenced, by exact
 * maximum likelihood. Seasonal terms of a series without a season are left out.
 */
export function arima(ordinary: Order, seasonal: Order = NONE): Model {
  const [p, d, q] = ordinary;
  const plain = `arima(${ordinary.join(',')})`;
  const name = seasonal.some((count) => count > 0) ? `${plain}(${seasonal.join(',')})` : plain;
  return {
    name,
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const observed = observedPart(series.values);
      if (observed === undefined) return { cause: 'no-observations' };
      const season = Math.max(1, Math.round(series.season));
      const [P, D, Q] = season > 1 ? seasonal : NONE;
      const order = { p, d, q, P, D, Q, season };
      const constant = d + D === 0;
      const seen = observed.values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
      // As many values as constants and the variance, and one to tell how well they do.
      const needed = lostToDifferences(order) + coefficientCount(order) + (constant ? 1 : 0) + 2;
      if (seen < needed) return { cause: 'history-too-short' };
      const start = (warmStart as FittedArima | undefined)?.estimate.coefficients;
      const estimate = estimateOf(observed.values, { d, D, season }, { p, q, P, Q }, constant, start);
      if (!Number.isFinite(estimate.variance)) return { cause: 'not-finite' };
      return fittedArima(name, series, estimate);
    },
  };
}
