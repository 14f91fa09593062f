import { normalQuantile } from '../kernels/chance/normal-quantile.ts';
import { shareUpTo } from '../kernels/chance/quantile.ts';
import type { Predictive } from './predictive.ts';
import { onScale } from './range.ts';
import { regressed } from './regression-line.ts';
import { zeroShareAt } from './step-quantiles.ts';

/** Ranks end here: a normal score of ±3.3. */
const LEAST_RANK = 0.0005;

/**
 * Where what came lay in what was forecast, as a normal score, for the steps of one past origin, into `scores`. Zeros that are a
 * thing of their own share the ranks below their probability, drawn by `random`; steps that were not observed take
 * the place of the same step at the next origin where it was, or any place where there is none.
 */
export function pastScores(
  predictive: Predictive,
  row: number,
  random: () => number,
  scores: Float64Array,
): void {
  const { past, shape, range } = predictive;
  const { forecasts, actuals, horizon, origins } = past;
  for (let h = 0; h < horizon; h++) {
    let at = row < 0 ? -1 : row * horizon + h;
    for (let tried = 1; at >= 0 && Number.isNaN(actuals[at]) && tried <= origins.length; tried++)
      at = ((row + tried) % origins.length) * horizon + h;
    let rank = random();
    if (at >= 0 && !Number.isNaN(actuals[at]) && shape.standardised.length > 0) {
      const zero = zeroShareAt(forecasts[at], predictive);
      if (zero > 0 && actuals[at] === 0) rank *= zero;
      else {
        const centre = regressed(onScale(forecasts[at], range), shape.line);
        const error = (onScale(actuals[at], range) - centre) / (shape.spread[h] || 1);
        rank = zero + (1 - zero) * shareUpTo(shape.standardised, error);
      }
    }
    scores[h] = normalQuantile(Math.min(1 - LEAST_RANK, Math.max(LEAST_RANK, rank)));
  }
}
