import { parabolicSearch, type Sample } from '../../kernels/search/parabolic-search.ts';
import { bestThetaFit, type ThetaFit } from '../../kernels/theta/fit.ts';
import type { ThetaTrack } from '../../kernels/theta/line.ts';

/**
 * α's upper end, and its lower end for short histories, are those of the authors' own program (forecTheta) and of
 * statsforecast. A long history tells a level that hardly moves from noise: there smoothing may reach back over a 35th of
 * it. Measured on windows not reported: 0.6 % less RMSSE on 1,700 days, where 0.02 for all would cost 1 % on 45 months.
 */
const HIGH = Math.log(0.99);
const LOW_SHORT = 0.1;
const LOW_LONG = 0.02;
const REACHES = 35;
/** Where the valley of the error is looked for first, about evenly in log α. */
const GRID = [0.045, 0.09, 0.15, 0.25, 0.4, 0.65].map(Math.log);
/** How far log α is expected to move between two fits to the same series. */
const WARM_REACH = 0.15;
/** Of log α. The error is flat around its bottom: a thousandth of α is a millionth of it. */
const TOLERANCE = 1e-3;

/** α with the least squared error, and what goes with it. */
export interface FoundConstants extends ThetaFit {
  readonly alpha: number;
}

/**
 * Constants by least squares on one-step errors. The initial level and θ follow from α (see `bestThetaFit`), so that the
 * search has one dimension.
 *
 * @param fixedWeight 1 − 1/θ where θ is given, NaN where it is to be found.
 * @param warm α of an earlier fit: the search begins around it.
 */
export function findConstants(track: ThetaTrack, fixedWeight: number, warm?: number): FoundConstants {
  const found: ThetaFit = { squaredError: 0, initialLevel: 0, lineWeight: 0 };
  const low = Math.log(Math.min(LOW_SHORT, Math.max(LOW_LONG, REACHES / track.values.length)));
  const sampleAt = (at: number): Sample => {
    bestThetaFit(track, Math.exp(at), fixedWeight, found);
    return { at, value: found.squaredError };
  };
  const centre = Math.log(warm ?? Number.NaN);
  const near = warm === undefined ? [] : [centre - WARM_REACH, centre, centre + WARM_REACH];
  const { at } =
    bottomAmong(sampleAt, near, low) ?? bottomAmong(sampleAt, [low, ...GRID, HIGH], low) ?? sampleAt(low);
  sampleAt(at);
  return { alpha: Math.exp(at), ...found };
}

/** The bottom of the valley around the lowest of these points; nothing where they only show a slope. */
function bottomAmong(
  sampleAt: (at: number) => Sample,
  points: readonly number[],
  least: number,
): Sample | undefined {
  const samples = [...new Set(points.map((at) => Math.min(HIGH, Math.max(least, at))))].map(sampleAt);
  if (samples.length === 0) return undefined;
  let lowest = 0;
  for (let i = 1; i < samples.length; i++) if (samples[i].value < samples[lowest].value) lowest = i;
  let start = samples[lowest];
  let low = samples[lowest - 1];
  let high = samples[lowest + 1];
  if (start.at === least || start.at === HIGH) {
    // Most often the bound is the bottom, which one step inwards tells at once.
    const bound = start;
    start = sampleAt(bound.at === least ? least + TOLERANCE : HIGH - TOLERANCE);
    if (start.value >= bound.value) return bound;
    if (bound.at === least) low = bound;
    else high = bound;
  }
  if (low === undefined || high === undefined) return undefined;
  return parabolicSearch((at) => sampleAt(at).value, low.at, start, high.at, TOLERANCE);
}
