import type { PastForecasts } from './past-forecasts.ts';
import { onScale, type Range } from './range.ts';
import { type RegressionLine, regressed, regressionLine } from './regression-line.ts';
import { smoothSpread, widePrior } from './spread.ts';

/** The shape that past errors have, on the scale where their spread is even. */
export interface ErrorShape {
  /** Share of zeros among what came, where zeros are a thing of their own; 0 where they are values like others. */
  readonly zeroShare: number;
  /** Mean of what was forecast where a zero came. */
  readonly zeroForecast: number;
  /** What a forecast's value on the scale stands for there; over the values that are not zeros of their own. */
  readonly line: RegressionLine;
  /** Root mean squared error by step, smoothed. */
  readonly spread: Float64Array;
  /** Errors ÷ their step's spread, sorted. Empty where too few are known. */
  readonly standardised: Float64Array;
  /** Mean of the standardised errors. */
  readonly offset: number;
  /** What the errors of replays were multiplied by. */
  readonly inflation: number;
}

/** With fewer errors than this their own quantiles mean little: a wide spread stands in. */
const FEWEST_ERRORS = 10;
/** From this share on zeros are a thing of their own: not a small sale, but none. */
const LEAST_ZERO_SHARE = 0.02;
/** More than this is no optimism of a fit but a change of the series. */
const MOST_INFLATION = 2;

/**
 * Shape of the errors of past forecasts. Errors are taken on the square-root scale, where those of sales have about the same
 * spread at any level; those of replays are blown up to the size that tests found.
 */
export function errorShape(past: PastForecasts, values: Float64Array, range: Range): ErrorShape {
  const { forecasts, actuals, horizon, pairs, witnesses } = past;
  const xs = scaled(forecasts, range);
  const ys = scaled(actuals, range);
  const inflation = optimism(xs, ys, past);
  let zeros = 0;
  let zeroForecasts = 0;
  for (let i = 0; i < actuals.length; i++) {
    if (actuals[i] !== 0) continue;
    zeros++;
    zeroForecasts += forecasts[i];
  }
  const apart = range.nonNegative && zeros > LEAST_ZERO_SHARE * pairs && zeros < pairs;
  if (apart) for (let i = 0; i < ys.length; i++) if (ys[i] === 0) ys[i] = Number.NaN;
  const left = apart ? pairs - zeros : pairs;
  const line = regressionLine(xs, ys, (witnesses * left) / Math.max(1, pairs));

  let sum = 0;
  for (let i = 0; i < ys.length; i++) {
    ys[i] = (ys[i] - regressed(xs[i], line)) * (i < past.replayed * horizon ? inflation : 1);
    if (!Number.isNaN(ys[i])) sum += ys[i];
  }
  // Where zeros are apart what isn't zero lies above the forecast on the whole; that is no spread.
  const centre = apart ? sum / left : 0;
  const squares = new Float64Array(horizon);
  const counts = new Float64Array(horizon);
  for (let i = 0; i < ys.length; i++) {
    if (Number.isNaN(ys[i])) continue;
    squares[i % horizon] += (ys[i] - centre) ** 2;
    counts[i % horizon]++;
  }
  const few = left < FEWEST_ERRORS;
  const spread = few ? widePrior(values, range, horizon) : smoothSpread(squares, counts);
  const standardised = new Float64Array(few ? 0 : left);
  let offset = 0;
  for (let i = 0, at = 0; i < ys.length && !few; i++) {
    if (Number.isNaN(ys[i])) continue;
    standardised[at] = ys[i] / (spread[i % horizon] || 1);
    offset += standardised[at++] / left;
  }
  standardised.sort();
  return {
    zeroShare: apart ? zeros / pairs : 0,
    zeroForecast: apart ? zeroForecasts / zeros : 0,
    line,
    spread,
    standardised,
    offset,
    inflation,
  };
}

function scaled(values: Float64Array, range: Range): Float64Array {
  const result = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = onScale(values[i], range);
  return result;
}

/** Root of mean squared error in the tests ÷ mean squared error of the replays; at least 1. */
function optimism(xs: Float64Array, ys: Float64Array, { replayed, horizon }: PastForecasts): number {
  const inside = meanSquare(xs, ys, 0, replayed * horizon);
  const outside = meanSquare(xs, ys, replayed * horizon, ys.length);
  const ratio = outside / inside;
  return ratio > 1 ? Math.min(MOST_INFLATION, Math.sqrt(ratio)) : 1;
}

function meanSquare(xs: Float64Array, ys: Float64Array, from: number, to: number): number {
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const error = ys[i] - xs[i];
    if (Number.isNaN(error)) continue;
    sum += error * error;
    count++;
  }
  return sum / count;
}
