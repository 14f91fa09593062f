import type { Predictive } from './predictive.ts';
import { onScale } from './range.ts';
import { type RegressionLine, regressed, regressionLine } from './regression-line.ts';

/** Errors of past forecasts of the horizon's sum, on the scale of the steps' errors. */
export interface PastTotals {
  /** Horizons that fit side by side into what was seen: paths that overlap are not so many witnesses. */
  readonly witnesses: number;
  readonly line: RegressionLine;
  /** Root mean squared error. */
  readonly spread: number;
  /** Errors ÷ their spread, sorted. */
  readonly standardised: Float64Array;
  /** Their mean. */
  readonly offset: number;
}

/** Rows of which less than this share was observed say little about a sum. */
const LEAST_OBSERVED = 0.5;

/**
 * Past totals over as many steps as are open now: sums over the observed steps of a row whose last step lies in the past, with the
 * steps that are missing filled up in proportion.
 *
 * @param open how many steps the total is to have
 * @param least what no step's mean is below
 */
export function pastTotals({ past, shape, range }: Predictive, open: number, least: number): PastTotals {
  const { forecasts, actuals, horizon, origins, length } = past;
  const xs = new Float64Array(origins.length).fill(Number.NaN);
  const ys = new Float64Array(origins.length).fill(Number.NaN);
  const weights = new Float64Array(origins.length);
  for (let r = 0; r < origins.length; r++) {
    if (origins[r] + horizon > length) continue;
    let forecast = 0;
    let actual = 0;
    let count = 0;
    for (let i = r * horizon; i < (r + 1) * horizon; i++) {
      if (Number.isNaN(actuals[i])) continue;
      forecast += range.nonNegative ? Math.max(least, forecasts[i]) : forecasts[i];
      actual += actuals[i];
      count++;
    }
    if (count < LEAST_OBSERVED * Math.min(open, horizon) || count === 0) continue;
    xs[r] = onScale((forecast * open) / count, range);
    ys[r] = onScale((actual * open) / count, range);
    // A sum over fewer steps than are asked for now has a larger relative error.
    weights[r] = Math.sqrt(count / open) * (r < past.replayed ? shape.inflation : 1);
  }
  const witnesses = past.witnesses / horizon;
  const line = regressionLine(xs, ys, witnesses);
  const errors: number[] = [];
  let squares = 0;
  let sum = 0;
  for (let r = 0; r < origins.length; r++) {
    const error = (ys[r] - regressed(xs[r], line)) * weights[r];
    if (Number.isNaN(error)) continue;
    errors.push(error);
    squares += error * error;
    sum += error;
  }
  const spread = errors.length > 0 ? Math.sqrt(squares / errors.length) : 0;
  return {
    witnesses: Math.min(errors.length, witnesses),
    line,
    spread,
    standardised: Float64Array.from(errors, (error) => error / (spread || 1)).sort(),
    offset: errors.length > 0 && spread > 0 ? sum / errors.length / spread : 0,
  };
}
