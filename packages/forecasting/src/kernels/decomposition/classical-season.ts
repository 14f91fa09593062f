import { countObserved, meanObserved } from '../observed.ts';

/** 95 % quantile of the standard normal distribution: the seasonality test's level (Fiorucci et al. 2016, 4). */
const CRITICAL = 1.6448536269514722;
/** Shorter seasons are not tested for, as in statsforecast. */
const SHORTEST_SEASON = 4;
/** Indices below this would blow up what is divided by them. */
const SMALLEST_INDEX = 0.01;

/** What a season adds to or multiplies with, by phase (t mod season). */
export interface SeasonalIndices {
  readonly multiplicative: boolean;
  readonly indices: Float64Array;
}

/**
 * Whether the autocorrelation at the season's lag stands out from what the lags before it allow: the one-sided test of
 * Fiorucci et al. 2016, 4, with Bartlett's variance. At least two seasons are needed.
 */
export function isSeasonal(values: Float64Array, season: number): boolean {
  if (season < SHORTEST_SEASON || values.length < 2 * season) return false;
  const mean = meanObserved(values);
  const deviations = new Float64Array(values.length);
  for (let t = 0; t < values.length; t++) deviations[t] = Number.isNaN(values[t]) ? 0 : values[t] - mean;
  const variance = covariance(deviations, 0);
  if (!(variance > 0)) return false;
  let squares = 0;
  for (let lag = 1; lag < season; lag++) squares += (covariance(deviations, lag) / variance) ** 2;
  const limit = CRITICAL * Math.sqrt((1 + 2 * squares) / countObserved(values));
  return Math.abs(covariance(deviations, season) / variance) > limit;
}

/** Two sums in turn, so that one addition need not wait for the other. */
function covariance(deviations: Float64Array, lag: number): number {
  const { length } = deviations;
  let even = 0;
  let odd = 0;
  let t = lag;
  for (; t + 1 < length; t += 2) {
    even += deviations[t] * deviations[t - lag];
    odd += deviations[t + 1] * deviations[t + 1 - lag];
  }
  if (t < length) even += deviations[t] * deviations[t - lag];
  return even + odd;
}

/**
 * Indices of the season: multiplicative where every value is above zero and no index comes close to zero, else additive.
 */
export function seasonalIndices(values: Float64Array, season: number): SeasonalIndices {
  const trend = movingAverage(values, season);
  if (values.every((value) => !(value <= 0))) {
    const indices = phaseMeans(values, trend, season, true);
    if (indices.every((index) => index >= SMALLEST_INDEX)) return { multiplicative: true, indices };
  }
  return { multiplicative: false, indices: phaseMeans(values, trend, season, false) };
}

/** Additive indices of the classical decomposition, centred on zero; zeros where no whole season surrounds a value. */
export function additiveIndices(values: Float64Array, season: number): Float64Array {
  return phaseMeans(values, movingAverage(values, season), season, false);
}

/**
 * Centred moving average over one season (half weights at both ends where it is even): FPP3, 3.3. A value not observed
 * has no weight; NaN at the ends.
 */
function movingAverage(values: Float64Array, season: number): Float64Array {
  const half = Math.floor(season / 2);
  const edge = season % 2 === 0 ? 0.5 : 1;
  const trend = new Float64Array(values.length).fill(Number.NaN);
  for (let centre = half; centre < values.length - half; centre++) {
    let sum = 0;
    let weights = 0;
    for (let t = centre - half; t <= centre + half; t++) {
      const value = values[t];
      if (Number.isNaN(value)) continue;
      const weight = t === centre - half || t === centre + half ? edge : 1;
      sum += weight * value;
      weights += weight;
    }
    trend[centre] = sum / weights;
  }
  return trend;
}

/** Mean of value ÷ trend, or value − trend, by phase, scaled to a mean of one, or centred on zero. */
function phaseMeans(
  values: Float64Array,
  trend: Float64Array,
  season: number,
  multiplicative: boolean,
): Float64Array {
  const sums = new Float64Array(season);
  const counts = new Float64Array(season);
  for (let t = 0, phase = 0; t < values.length; t++) {
    const detrended = multiplicative ? values[t] / trend[t] : values[t] - trend[t];
    if (!Number.isNaN(detrended)) {
      sums[phase] += detrended;
      counts[phase]++;
    }
    if (++phase === season) phase = 0;
  }
  const neutral = multiplicative ? 1 : 0;
  let mean = 0;
  for (let phase = 0; phase < season; phase++) {
    sums[phase] = counts[phase] > 0 ? sums[phase] / counts[phase] : neutral;
    mean += sums[phase] / season;
  }
  for (let phase = 0; phase < season; phase++)
    sums[phase] = multiplicative ? sums[phase] / mean : sums[phase] - mean;
  return sums;
}
