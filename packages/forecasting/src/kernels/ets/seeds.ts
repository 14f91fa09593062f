import { firstObserved } from '../observed.ts';
import { bestInitialLevel, type SmoothingFit } from './exponential-smoothing.ts';
import type { EtsPoint } from './fit.ts';
import { LEAST_CONSTANT, MOST_PHI } from './form.ts';

/** Where the valley of simple smoothing is looked for first. */
const ALPHAS = [0.0003, 0.002, 0.01, 0.03, 0.08, 0.16, 0.3, 0.5, 0.75, 0.97];
/** Of what alpha leaves of 1. */
const STEADY_SHARE = 0.001;
const CHANGING_SHARES = [0.03, 0.15, 0.4];
/** A season may change what the level must follow: less, mostly. */
const LEVEL_FACTORS = [1, 0.3];
const OTHER_ALPHAS = [0.02, 0.2, 0.6, 0.97];
const DAMPINGS = [0.8, 0.9, 0.97];
const SLOWEST_DAMPING = 0.97;
/** Where a series swings, like temperatures, the trend follows errors nearly as fast as the level. */
const SWINGS = [0.3, 0.9];
const TREND_SHARES = [0.02, 0.1, 0.4];
/** Factors of a season start well within their bounds. */
const LEAST_START = 0.05;

/** Points from which simple exponential smoothing may be searched: a valley of its error each, the deepest first. */
export function levelSeeds(values: Float64Array): EtsPoint[] {
  const reference = values[firstObserved(values)];
  const grid = ALPHAS.map((alpha) => {
    const found: SmoothingFit = { squaredError: 0, level: 0 };
    bestInitialLevel(values, alpha, reference, found);
    return { alpha, ...found };
  });
  const errorAt = (i: number): number => grid[i]?.squaredError ?? Number.POSITIVE_INFINITY;
  return grid
    .filter((_, i) => errorAt(i) <= errorAt(i - 1) && errorAt(i) < errorAt(i + 1))
    .sort((a, b) => a.squaredError - b.squaredError)
    .map(({ alpha, level }) => ({
      constants: { alpha, beta: 0, gamma: 0, phi: 1 },
      initial: Float64Array.of(level, 0, 0),
    }));
}

/**
 * Points for a level and a season that is added: the phases' means, and what smoothing finds in the rest. Those with a
 * season that hardly changes come first, those with one that does second.
 */
export function seasonSeeds(values: Float64Array, season: number): [EtsPoint[], EtsPoint[]] {
  const deviations = phaseDeviations(values, season);
  const rest = values.map((value, t) => value - deviations[t % season]);
  const valleys = levelSeeds(rest).map(({ constants, initial }) => ({
    alpha: constants.alpha,
    initial: Float64Array.of(initial[0], 0, ...deviations),
  }));
  const at = (alpha: number, share: number, initial: Float64Array): EtsPoint => ({
    constants: { alpha, beta: 0, gamma: share * (1 - alpha), phi: 1 },
    initial,
  });
  return [
    valleys.map(({ alpha, initial }) => at(alpha, STEADY_SHARE, initial)),
    valleys.flatMap(({ alpha, initial }) =>
      LEVEL_FACTORS.flatMap((factor) => CHANGING_SHARES.map((share) => at(factor * alpha, share, initial))),
    ),
  ];
}

/**
 * Points for a trend on top of a form without, in two groups, because these are different valleys: first the trend at rest;
 * then with it moving, a little or as fast as series that swing need.
 */
export function trendSeeds({ constants, initial }: EtsPoint): [EtsPoint[], EtsPoint[]] {
  const { alpha, gamma } = constants;
  const at = (beta: number): EtsPoint => ({ constants: { alpha, beta, gamma, phi: 1 }, initial });
  return [[at(LEAST_CONSTANT)], TREND_SHARES.map((share) => at(share * alpha))];
}

/**
 * The same for a trend that is damped. First at rest, or as it is undamped; then with level and trend sharing what the level
 * alone did, so that an error ends up moving forecasts as much as before, or swinging.
 */
export function dampedSeeds(
  { constants, initial }: EtsPoint,
  undamped: EtsPoint | undefined,
): [EtsPoint[], EtsPoint[]] {
  const { alpha, gamma } = constants;
  const at = (alpha: number, beta: number, phi: number): EtsPoint => ({
    constants: { alpha, beta, gamma, phi },
    initial,
  });
  const resting = [at(alpha, LEAST_CONSTANT, SLOWEST_DAMPING)];
  if (undamped !== undefined)
    resting.push({ constants: { ...undamped.constants, phi: MOST_PHI }, initial: undamped.initial });
  const shared = DAMPINGS.map((phi) => {
    const half = Math.max(LEAST_CONSTANT, alpha * (1 - phi));
    return at(half, half, phi);
  });
  const swinging = SWINGS.map((share) => at(alpha, share * alpha, SLOWEST_DAMPING));
  return [resting, [...shared, ...swinging]];
}

/**
 * A point, and the same with levels that follow faster or slower: errors relative to forecasts forgive a level that ran
 * after a peak what errors in units don't, so that their valleys lie elsewhere.
 */
export function otherLevels(point: EtsPoint): EtsPoint[] {
  const { constants, initial } = point;
  const others = OTHER_ALPHAS.map((alpha) => ({
    constants: {
      ...constants,
      alpha,
      beta: Math.min(constants.beta, alpha),
      gamma: Math.min(constants.gamma, 1 - alpha),
    },
    initial,
  }));
  return [point, ...others];
}

/** The same point with a season that multiplies, from one with a season that is added. */
export function multiplied({ constants, initial }: EtsPoint): EtsPoint {
  const level = initial[0];
  const factors = initial.map((state, i) => (i < 2 ? state : Math.max(LEAST_START, 1 + state / level)));
  return { constants, initial: factors };
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
