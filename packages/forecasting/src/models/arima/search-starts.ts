import type { ArimaEstimate, Terms } from '../../kernels/arima/fit.ts';
import { polynomialsOf } from '../../kernels/arima/order.ts';
import { rootsBeyond } from '../../kernels/arima/polynomials.ts';

/** Coefficients of a season that is learnt over some ten periods: φ is nearly 1 and θ takes most of it back. */
const SLOW_AR = 0.95;
const SLOW_MA = -0.85;

/** Where the search for a candidate's coefficients begins: at the best model's, and beyond the ridge if that one is not. */
export function startsOf(terms: Terms, best: ArimaEstimate | undefined): Float64Array[] {
  const beyond = best !== undefined && best.order.P > 0 && best.order.Q > 0;
  return [startFrom(best, terms), ...(beyond ? [] : slowStart(terms))];
}

/** The best model's coefficients, cut or filled up with zeros; within the region whatever was cut. */
function startFrom(best: ArimaEstimate | undefined, terms: Terms): Float64Array {
  const order = { d: 0, D: 0, season: best?.order.season ?? 1, ...terms };
  const start = new Float64Array(terms.p + terms.q + terms.P + terms.Q);
  if (best === undefined) return start;
  const from = polynomialsOf(best.order);
  for (const [k, { at, count }] of polynomialsOf(order).entries())
    for (let i = 0; i < Math.min(count, from[k].count); i++)
      start[at + i] = best.coefficients[from[k].at + i];
  return rootsBeyond(1, start, order) ? start : new Float64Array(start.length);
}

/**
 * Where there are seasonal terms of both kinds, a search that starts at zero can end on the ridge where they cancel; a
 * season that changes slowly lies beyond it.
 */
function slowStart({ p, q, P, Q }: Terms): Float64Array[] {
  if (P === 0 || Q === 0) return [];
  const start = new Float64Array(p + q + P + Q);
  start[p + q] = SLOW_AR;
  start[p + q + P] = SLOW_MA;
  return [start];
}
