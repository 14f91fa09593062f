import { countObserved } from '../kernels/observed.ts';
import { type Dispersion, dispersionOf } from './dispersion.ts';
import { type ErrorShape, errorShape } from './error-shape.ts';
import type { PastForecasts } from './past-forecasts.ts';
import type { Range } from './range.ts';
import { type RegressionLine, regressed, regressionLine } from './regression-line.ts';

/** What past forecasts say about the distribution of what comes after a forecast. */
export interface Predictive {
  readonly range: Range;
  /** Past forecasts, those that vary too much drawn to their mean. */
  readonly past: PastForecasts;
  /** What draws them there. */
  readonly line: RegressionLine;
  readonly shape: ErrorShape;
  readonly dispersion: Dispersion;
}

/** Learns a predictive distribution from past forecasts; `values` is the history they are from. */
export function predictiveOf(past: PastForecasts, values: Float64Array, range: Range): Predictive {
  const line = regressionLine(past.forecasts, past.actuals, past.witnesses);
  const drawn = { ...past, forecasts: expectedMeans(past.forecasts, line, range) };
  return {
    range,
    past: drawn,
    line,
    shape: errorShape(drawn, values, range),
    dispersion: dispersionOf(drawn, range.unit, countObserved(values)),
  };
}

/** What is to be expected where this was forecast. */
export function expectedMeans(
  forecasts: Float64Array,
  line: RegressionLine,
  { nonNegative }: Range,
): Float64Array {
  const means = new Float64Array(forecasts.length);
  for (let i = 0; i < means.length; i++) {
    const mean = regressed(forecasts[i], line);
    means[i] = nonNegative && mean < 0 ? 0 : mean;
  }
  return means;
}
