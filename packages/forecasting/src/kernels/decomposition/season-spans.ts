import { loess, ownWeights, smoothLoess } from './loess.ts';
import { seasonalWindow, splitSeasons } from './multiple-seasons.ts';
import { nextOdd, type StlSpans, spanOf, usualSpans } from './stl.ts';

/**
 * How much seasons are smoothed, chosen from the values. STL leaves it to whoever looks at the series (1990);
 * its usual windows follow a season that changes within a few cycles, and on noisy sales they mostly follow the noise.
 */

/** Cycles in the window: the usual ones, three times as many, and so many that the season never changes. */
const CYCLE_FACTORS = [1, 3];
/** Windows this many times as long as there are cycles weigh all of them alike (R's `periodic`). */
const PERIODIC = 10;
/** Neighbouring phases that are smoothed together, as shares of the period: half a month, a month, two months of a year. */
const PHASE_SHARES = [0, 1 / 24, 1 / 12, 1 / 6];

/**
 * For each season the spans with the smallest sum of squared errors where each value is told from the others (Stone 1974,
 * Journal of the Royal Statistical Society B 36; for smoothers from their own weights: Craven & Wahba 1979). Undefined for
 * one that tells less than none.
 *
 * @param values NaN = not observed
 * @param periods as `decomposable` gives them; at least one
 */
export function chooseSpans(values: Float64Array, periods: readonly number[]): (StlSpans | undefined)[] {
  // Judged against the smoothest seasons: less smooth ones would hide each other's noise.
  const smoothest = periods.map((period) =>
    usualSpans(period, periodicWindow(values.length, period), phaseWindowOf(period, 1 / 12)),
  );
  const { components, trend } = splitSeasons(values, periods, smoothest);
  const rest = values.map((value, t) => {
    let left = value - trend[t];
    for (const component of components) left -= component[t];
    return left;
  });
  return periods.map((period, index) => {
    const component = components[index];
    // Where nothing was observed the season so far stands in, and is not judged.
    const own = rest.map((value, t) => component[t] + (Number.isNaN(value) ? 0 : value));
    let best: StlSpans | undefined;
    let smallest = 0;
    for (let t = 0; t < own.length; t++) if (!Number.isNaN(rest[t])) smallest += own[t] * own[t];
    const usual = seasonalWindow(index);
    const windows = CYCLE_FACTORS.map((factor) => factor * usual);
    for (const window of [...windows, periodicWindow(values.length, period)]) {
      const { smoothed, weights } = smoothPhases(own, period, window);
      for (const share of PHASE_SHARES) {
        const phaseWindow = phaseWindowOf(period, share);
        if (share > 0 && phaseWindow === 1) continue;
        const error = errorLeftOut(rest, own, smoothed, weights, phaseWindow);
        if (!(error < smallest)) continue;
        smallest = error;
        best = usualSpans(period, window, phaseWindow);
      }
    }
    return best;
  });
}

function periodicWindow(length: number, period: number): number {
  return nextOdd(PERIODIC * Math.ceil(length / period));
}

function phaseWindowOf(period: number, share: number): number {
  return nextOdd(Math.round(share * period));
}

/** Each phase smoothed over the cycles, and what each value weighs in its own smoothed one. */
function smoothPhases(
  values: Float64Array,
  period: number,
  window: number,
): { smoothed: Float64Array; weights: Float64Array } {
  const smoothed = new Float64Array(values.length);
  const weights = new Float64Array(values.length);
  const cycles = Math.ceil(values.length / period);
  const phaseValues = new Float64Array(cycles);
  const span = spanOf(window, 0);
  const longer = loess(cycles, span);
  const shorter = loess(cycles - 1, span);
  const longerOwn = ownWeights(longer);
  const shorterOwn = ownWeights(shorter);
  for (let phase = 0; phase < period; phase++) {
    let count = 0;
    for (let t = phase; t < values.length; t += period) phaseValues[count++] = values[t];
    smoothLoess(count === cycles ? longer : shorter, phaseValues, smoothed, phase, period);
    const own = count === cycles ? longerOwn : shorterOwn;
    for (let i = 0; i < count; i++) weights[phase + i * period] = own[i];
  }
  return { smoothed, weights };
}

/**
 * Sum of squared errors of values told from the others: error ÷ (1 − own weight). Neighbouring phases share no value within
 * a period, so that weights over cycles and over phases multiply.
 */
function errorLeftOut(
  rest: Float64Array,
  values: Float64Array,
  smoothed: Float64Array,
  weights: Float64Array,
  phaseWindow: number,
): number {
  let fitted = smoothed;
  let phaseWeights: Float64Array | undefined;
  if (phaseWindow > 1) {
    const phases = loess(values.length, spanOf(phaseWindow, 1));
    fitted = new Float64Array(values.length);
    smoothLoess(phases, smoothed, fitted);
    phaseWeights = ownWeights(phases);
  }
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    if (Number.isNaN(rest[t])) continue;
    const own = weights[t] * (phaseWeights ? phaseWeights[t] : 1);
    const error = (values[t] - fitted[t]) / (1 - own);
    sum += error * error;
  }
  return sum;
}
