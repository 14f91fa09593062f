import type { ModelScore } from '../contract.ts';
import {
  absoluteActual,
  absoluteError,
  covered,
  meanSquaredChange,
  observations,
  pinballLoss,
  signedError,
  squaredError,
} from './losses.ts';

/** What was forecast at an origin, and what came. */
export interface TestWindow {
  /** Which refit made it. */
  readonly refit: number;
  readonly origin: number;
  /** NaN = not observed. */
  readonly actual: Float64Array;
  readonly forecast: Float64Array;
}

/**
 * Scores means over test windows. RMSSE is the root of the mean over windows of mean squared error ÷ mean squared
 * change of the history before that window; windows with nothing observed or no scale are left out.
 */
export function scoreOf(model: string, values: Float64Array, windows: readonly TestWindow[]): ModelScore {
  const score = {
    model,
    observations: 0,
    absoluteError: 0,
    squaredError: 0,
    error: 0,
    actual: 0,
    rmsse: Number.NaN,
    mae: Number.NaN,
    pinball: Number.NaN,
    coverage80: Number.NaN,
  };
  let scaled = 0;
  let scaledWindows = 0;
  for (const { origin, actual, forecast } of windows) {
    const observed = observations(actual);
    const squared = squaredError(actual, forecast);
    score.observations += observed;
    score.squaredError += squared;
    score.absoluteError += absoluteError(actual, forecast);
    score.error += signedError(actual, forecast);
    score.actual += absoluteActual(actual);
    const scale = meanSquaredChange(values, origin);
    if (observed === 0 || !(scale > 0)) continue;
    scaled += squared / observed / scale;
    scaledWindows++;
  }
  score.rmsse = Math.sqrt(scaled / scaledWindows);
  score.mae = score.absoluteError / score.observations;
  return score;
}

/** Quantile forecasts of a test window by step: one column a level, and the two ends of the 80 % interval. */
export interface WindowQuantiles {
  readonly columns: readonly Float64Array[];
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Adds pinball loss (mean over levels and values) and 80 % coverage to a score. */
export function withIntervals(
  score: ModelScore,
  windows: readonly TestWindow[],
  quantiles: readonly WindowQuantiles[],
  levels: readonly number[],
): ModelScore {
  let loss = 0;
  let within = 0;
  for (let k = 0; k < windows.length; k++) {
    const { actual } = windows[k];
    const { columns, low, high } = quantiles[k];
    for (let j = 0; j < levels.length; j++) loss += pinballLoss(actual, columns[j], levels[j]);
    within += covered(actual, low, high);
  }
  return {
    ...score,
    pinball: loss / (score.observations * levels.length),
    coverage80: within / score.observations,
  };
}
