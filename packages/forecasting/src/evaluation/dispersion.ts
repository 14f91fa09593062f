import type { PastForecasts } from './past-forecasts.ts';

/** How counts vary around their forecasts. */
export interface Dispersion {
  /** What is counted: the unit that values come in, or the mean size of a sale where they have none. */
  readonly unit: number;
  /** In variance = mean + excess × mean², both in units: 0 is Poisson's. */
  readonly excess: number;
  /** Variance ÷ mean where it is below 1: counts steadier than Poisson's; else 1. */
  readonly steadiness: number;
  /** Least mean in units: zeros alone never prove that nothing can be sold. */
  readonly least: number;
}

/**
 * What is taken for the excess before anything is seen, with the weight of so many witnesses: sales of slow items on M5 have
 * excesses of 0.3 to 2, on car parts and in the Online Retail shop of 1 to 10; too much costs less than too little.
 */
const PRIOR_EXCESS = 2;
const PRIOR_WITNESSES = 3;
/** A nearly Poisson series may not be so; and beyond 50 all is one zero after the other, with 2 % of it in between. */
const LEAST_EXCESS = 0.02;
const MOST_EXCESS = 50;
/**
 * Two events in all that was seen: as many as what has hardly sold does sell later. On three windows of spare parts before the
 * reported one, against half an event (Jeffreys' prior for a rate): the worst quantile of a step lies off by 1.5 points in place of 2.3, of
 * a total by 3.3 in place of 7.6, and pinball loss falls by 0.5 % and 2.6 %. Histories of hundreds of periods don't feel it.
 */
const UNSEEN_EVENTS = 2;

/**
 * Estimates the excess by moments, each pair weighted by 1 ÷ (mean × (1 + mean)), about what makes pairs of any level count
 * the same, and shrunk to its prior.
 *
 * @param unit of the values, 0 for none
 * @param observed number of values in the history
 */
export function dispersionOf(past: PastForecasts, unit: number, observed: number): Dispersion {
  const { forecasts, actuals, pairs, witnesses } = past;
  const counted = unit > 0 ? unit : meanSale(actuals);
  const least = UNSEEN_EVENTS / Math.max(1, observed);
  let surplus = 0;
  let squares = 0;
  let variance = 0;
  let means = 0;
  for (let i = 0; i < actuals.length; i++) {
    if (Number.isNaN(actuals[i])) continue;
    const mean = Math.max(least, forecasts[i] / counted);
    const error = actuals[i] / counted - mean;
    const weight = 1 / (mean * (1 + mean));
    surplus += weight * (error * error - mean);
    squares += weight * mean * mean;
    variance += error * error;
    means += mean;
  }
  const share = pairs > 0 ? witnesses / pairs : 0;
  const estimate = (surplus * share + PRIOR_EXCESS * PRIOR_WITNESSES) / (squares * share + PRIOR_WITNESSES);
  const excess = Number.isFinite(estimate)
    ? Math.max(LEAST_EXCESS, Math.min(MOST_EXCESS, estimate))
    : PRIOR_EXCESS;
  const steadiness = means > 0 && pairs > 1 ? Math.min(1, variance / means) : 1;
  return { unit: counted, excess, steadiness, least };
}

/** Mean of the values that are not zero; 1 where there is none. */
function meanSale(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    if (!(values[i] > 0)) continue;
    sum += values[i];
    count++;
  }
  return count > 0 ? sum / count : 1;
}
