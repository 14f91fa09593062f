import type { EtsPoint } from './ets-fit.ts';
import { LEAST_CONSTANT } from './ets-form.ts';

/** Where the valley of simple smoothing is looked for first. */
const ALPHAS = [0.0003, 0.002, 0.01, 0.03, 0.08, 0.16, 0.3, 0.5, 0.75, 0.97];
/** Of what alpha leaves of 1. */
const STEADY_SHARE = 0.001;
const CHANGING_SHARES = [0.03, 0.15, 0.4];
/** A season may change what the level must follow: less, mostly. */
const LEVEL_FACTORS = [1, 0.3];
const DAMPINGS = [0.8, 0.9, 0.97];
const SLOWEST_DAMPING = 0.97;
const TREND_SHARES = [0.02, 0.1, 0.4];
/** The first values that an initial level is the mean of (Hyndman et al. 2008, 2.6.1). */
const LEVEL_VALUES = 10;
/** Factors of a season start no lower: a forecast of nothing has no proportional error. */
const LEAST_FACTOR = 0.01;

/** Points from which simple exponential smoothing may be searched. */
export function* levelSeeds(values: Float64Array): Generator<EtsPoint> {
  const initial = Float64Array.of(earlyMean(values), 0, 0);
  for (const alpha of ALPHAS) yield { constants: { alpha, beta: 0, gamma: 0, phi: 1 }, initial };
}

/**
 * Points for a level and a season that is added: the phases' means around what smoothing without a season found. Those
 * with a season that hardly changes come first, those with one that does second.
 */
export function seasonSeeds(values: Float64Array, season: number, level: EtsPoint): [EtsPoint[], EtsPoint[]] {
  const initial = new Float64Array(2 + season);
  initial[0] = level.initial[0];
  initial.set(phaseDeviations(values, season), 2);
  const at = (alpha: number, share: number): EtsPoint => ({
    constants: { alpha, beta: 0, gamma: share * (1 - alpha), phi: 1 },
    initial,
  });
  const alphas = LEVEL_FACTORS.map((factor) => Math.max(LEAST_CONSTANT, factor * level.constants.alpha));
  return [
    alphas.map((alpha) => at(alpha, STEADY_SHARE)),
    alphas.flatMap((alpha) => CHANGING_SHARES.map((share) => at(alpha, share))),
  ];
}

/**
 * Points for a trend on top of a form without: first one with the trend at rest; then some with it moving: a little, or,
 * where it is damped, level and trend sharing what the level alone did, so that an error ends up moving forecasts as
 * much as before. These are different valleys.
 */
export function trendSeeds({ constants, initial }: EtsPoint, damped: boolean): [EtsPoint[], EtsPoint[]] {
  const { alpha, gamma } = constants;
  const at = (alpha: number, beta: number, phi: number): EtsPoint => ({
    constants: { alpha, beta, gamma, phi },
    initial,
  });
  if (!damped)
    return [[at(alpha, LEAST_CONSTANT, 1)], TREND_SHARES.map((share) => at(alpha, share * alpha, 1))];
  const shared = DAMPINGS.map((phi) => {
    const half = Math.max(LEAST_CONSTANT, alpha * (1 - phi));
    return at(half, half, phi);
  });
  return [[at(alpha, LEAST_CONSTANT, SLOWEST_DAMPING)], shared];
}

/** The same point with a season that multiplies, from one with a season that is added. */
export function multiplied({ constants, initial }: EtsPoint): EtsPoint {
  const level = initial[0];
  const factors = initial.map((state, i) => (i < 2 ? state : Math.max(LEAST_FACTOR, 1 + state / level)));
  return { constants, initial: factors };
}

function earlyMean(values: Float64Array): number {
  let sum = 0;
  let count = 0;
  for (let t = 0; t < values.length && count < LEVEL_VALUES; t++) {
    if (Number.isNaN(values[t])) continue;
    sum += values[t];
    count++;
  }
  return sum / count;
}

/** Mean of each phase minus the mean of these; 0 for a phase never observed. */
function phaseDeviations(values: Float64Array, season: number): Float64Array {
  const means = new Float64Array(season);
  const counts = new Uint32Array(season);
  for (let t = 0, phase = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t])) {
      means[phase] += values[t];
      counts[phase]++;
    }
    if (++phase === season) phase = 0;
  }
  let centre = 0;
  let seen = 0;
  for (let j = 0; j < season; j++) {
    if (counts[j] === 0) continue;
    means[j] /= counts[j];
    centre += means[j];
    seen++;
  }
  for (let j = 0; j < season; j++) means[j] = counts[j] > 0 ? means[j] - centre / seen : 0;
  return means;
}
