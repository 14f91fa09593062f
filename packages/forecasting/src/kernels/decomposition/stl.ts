import { type Loess, type LoessSpan, loess, smoothLoess } from './loess.ts';

/**
 * Season, trend and rest by loess (Cleveland, Cleveland, McRae & Terpenning 1990, Journal of Official Statistics 6), without
 * robustness weights. The season may change from cycle to cycle as its window allows.
 */
export interface StlSpans {
  /** Over the values of one phase, from cycle to cycle. */
  readonly seasonal: LoessSpan;
  /** Over neighbouring phases of the season so found, where a season of many noisy phases asks for it: the paper's post-smoothing. */
  readonly phases?: LoessSpan;
  readonly trend: LoessSpan;
  /** What is taken out of the season because it is slower than a cycle. */
  readonly lowPass: LoessSpan;
  /** Through season and trend, each from what the other leaves. */
  readonly passes: number;
}

/** Without robustness weights two passes are enough (1990). */
const PASSES = 2;
/** A tenth of the window is left out between computed places: nothing is seen of it, and it costs a tenth (1990, on speed). */
const JUMPS_A_WINDOW = 10;

/**
 * The usual spans: a season that is a mean over `seasonalWindow` cycles, the smallest trend window that keeps the season
 * out of the trend, a low pass of one cycle (1990; the defaults of R's stl). `phaseWindow` phases are smoothed
 * together; 1 leaves each as it is.
 */
export function usualSpans(period: number, seasonalWindow: number, phaseWindow = 1): StlSpans {
  const trendWindow = nextOdd(Math.ceil((1.5 * period) / (1 - 1.5 / seasonalWindow)));
  return {
    seasonal: spanOf(seasonalWindow, 0),
    ...(phaseWindow > 1 && { phases: spanOf(phaseWindow, 1) }),
    trend: spanOf(trendWindow, 1),
    lowPass: spanOf(nextOdd(period), 1),
    passes: PASSES,
  };
}

export function spanOf(window: number, degree: 0 | 1): LoessSpan {
  return { window, degree, jump: Math.ceil(window / JUMPS_A_WINDOW) };
}

export function nextOdd(number: number): number {
  return number % 2 === 0 ? number + 1 : number;
}

/** Everything about a decomposition but the values: made once for a length, a period and spans, used for any values. */
export interface StlPlan {
  readonly length: number;
  readonly period: number;
  /** Of phases with ⌈length ÷ period⌉ values, and of those with one less. */
  readonly longer: Loess;
  readonly shorter: Loess;
  readonly phases: Loess | undefined;
  readonly trend: Loess;
  readonly lowPass: Loess;
  readonly passes: number;
}

/** @param length more than two periods */
export function planStl(length: number, period: number, spans: StlSpans): StlPlan {
  const cycles = Math.ceil(length / period);
  return {
    length,
    period,
    longer: loess(cycles, spans.seasonal, true),
    shorter: loess(Math.max(1, cycles - 1), spans.seasonal, true),
    phases: spans.phases && loess(length, spans.phases),
    trend: loess(length, spans.trend),
    lowPass: loess(length, spans.lowPass),
    passes: spans.passes,
  };
}

/** Writes season and trend of values, none of them NaN; what is left of the values is the rest. */
export function decompose(
  plan: StlPlan,
  values: Float64Array,
  season: Float64Array,
  trend: Float64Array,
): void {
  const { length, period } = plan;
  const detrended = new Float64Array(length);
  const cycles = new Float64Array(length + 2 * period);
  const once = new Float64Array(length + period + 1);
  const twice = new Float64Array(length + 2);
  trend.fill(0);
  for (let pass = 0; pass < plan.passes; pass++) {
    for (let t = 0; t < length; t++) detrended[t] = values[t] - trend[t];
    smoothPhases(plan, detrended, cycles);
    // What a mean over a whole cycle lets through is no season: two means, one of three, and loess (1990, inner loop, step 3).
    movingMean(cycles, length + 2 * period, period, once);
    movingMean(once, length + period + 1, period, twice);
    movingMean(twice, length + 2, 3, detrended);
    smoothLoess(plan.lowPass, detrended, trend);
    for (let t = 0; t < length; t++) season[t] = cycles[t + period] - trend[t];
    if (plan.phases) {
      detrended.set(season);
      smoothLoess(plan.phases, detrended, season);
    }
    for (let t = 0; t < length; t++) detrended[t] = values[t] - season[t];
    smoothLoess(plan.trend, detrended, trend);
  }
}

/** Smooths the values of each phase, from a cycle before the first value to one after the last (1990, inner loop, step 2). */
function smoothPhases(plan: StlPlan, values: Float64Array, cycles: Float64Array): void {
  const { length, period, longer, shorter } = plan;
  const phaseValues = new Float64Array(longer.length);
  for (let phase = 0; phase < period; phase++) {
    let count = 0;
    for (let t = phase; t < length; t += period) phaseValues[count++] = values[t];
    smoothLoess(count === longer.length ? longer : shorter, phaseValues, cycles, phase, period);
  }
}

/** Writes the means of `window` neighbours: length − window + 1 of them. */
function movingMean(values: Float64Array, length: number, window: number, out: Float64Array): void {
  let sum = 0;
  for (let t = 0; t < window; t++) sum += values[t];
  out[0] = sum / window;
  for (let t = window; t < length; t++) {
    sum += values[t] - values[t - window];
    out[t - window + 1] = sum / window;
  }
}
