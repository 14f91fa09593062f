import { naiveScale } from './naive-scale.ts';
import type { RetailWindow } from './retail-data.ts';

/** What one forecaster did on one window, series by series; NaN where the series was not forecast. */
export interface WindowErrors {
  readonly window: RetailWindow;
  readonly rmsse: Float64Array;
  readonly absolute: Float64Array;
  readonly signed: Float64Array;
  readonly actual: Float64Array;
}

/** Scores a forecast, count × horizon; below zero counts as zero, for whoever made it. */
export function errorsOf(window: RetailWindow, forecast: Float64Array): WindowErrors {
  const { horizon } = window.data;
  const count = window.weights.length;
  const empty = () => new Float64Array(count).fill(Number.NaN);
  const errors = { window, rmsse: empty(), absolute: empty(), signed: empty(), actual: empty() };
  for (let i = 0; i < count; i++) {
    let squared = 0;
    let absolute = 0;
    let signed = 0;
    let actual = 0;
    let scored = 0;
    for (let at = i * horizon; at < (i + 1) * horizon; at++) {
      if (Number.isNaN(window.actual[at])) continue;
      const error = Math.max(0, forecast[at]) - window.actual[at];
      squared += error * error;
      absolute += Math.abs(error);
      signed += error;
      actual += Math.abs(window.actual[at]);
      scored++;
    }
    if (Number.isNaN(absolute)) continue;
    const scale = naiveScale(window.values.subarray(window.offsets[i], window.offsets[i + 1]));
    // A history that never changes has no scale: its RMSSE stays NaN.
    if (scale > 0) errors.rmsse[i] = Math.sqrt(squared / scored / scale);
    errors.absolute[i] = absolute;
    errors.signed[i] = signed;
    errors.actual[i] = actual;
  }
  return errors;
}

export type Measure = 'weightedRmsse' | 'rmsse' | 'wape' | 'bias';

/** A measure over the series drawn, as indices; the mean over windows. */
export function measureOf(
  measure: Measure,
  windows: readonly WindowErrors[],
  drawn: ArrayLike<number>,
): number {
  const each = windows.map((errors) => {
    let above = 0;
    let below = 0;
    for (let d = 0; d < drawn.length; d++) {
      const i = drawn[d];
      const [top, weight] = termsOf(measure, errors, i);
      if (Number.isNaN(top)) continue;
      above += top;
      below += weight;
    }
    return above / below;
  });
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}

function termsOf(measure: Measure, errors: WindowErrors, i: number): [top: number, weight: number] {
  switch (measure) {
    case 'weightedRmsse':
      return [errors.rmsse[i] * errors.window.weights[i], errors.window.weights[i]];
    case 'rmsse':
      return [errors.rmsse[i], 1];
    case 'wape':
      return [errors.absolute[i], errors.actual[i]];
    case 'bias':
      return [errors.signed[i], errors.actual[i]];
  }
}

/** Series that a forecaster forecast in every window. */
export function forecastSeries(windows: readonly WindowErrors[]): Int32Array {
  const all = Int32Array.from(windows[0].absolute, (_, i) => i);
  return all.filter((i) => windows.every(({ absolute }) => !Number.isNaN(absolute[i])));
}
