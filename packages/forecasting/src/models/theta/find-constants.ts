import { parabolicSearch, type Sample } from '../../kernels/parabolic-search.ts';
import { bestThetaFit, type ThetaFit } from '../../kernels/theta-fit.ts';
import type { ThetaTrack } from '../../kernels/theta-line.ts';

/** The range of α in the authors' own program (forecTheta) and in statsforecast: Theta goes with the level's changes. */
const LOW = Math.log(0.1);
const HIGH = Math.log(0.99);
/** Where the valley of the error is looked for first, about evenly in log α. */
const GRID = [LOW, Math.log(0.15), Math.log(0.25), Math.log(0.4), Math.log(0.65), HIGH];
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
  const sampleAt = (at: number): Sample => {
    bestThetaFit(track, Math.exp(at), fixedWeight, found);
    return { at, value: found.squaredError };
  };
  const centre = Math.log(warm ?? Number.NaN);
  const near = warm === undefined ? [] : [centre - WARM_REACH, centre, centre + WARM_REACH].map(withinBounds);
  const { at } = bottomAmong(sampleAt, near) ?? bottomAmong(sampleAt, GRID) ?? sampleAt(LOW);
  sampleAt(at);
  return { alpha: Math.exp(at), ...found };
}

function withinBounds(at: number): number {
  return Math.min(HIGH, Math.max(LOW, at));
}

/** The bottom of the valley around the lowest of these points; nothing where they only show a slope. */
function bottomAmong(sampleAt: (at: number) => Sample, points: readonly number[]): Sample | undefined {
  const samples = [...new Set(points)].map(sampleAt);
  if (samples.length === 0) return undefined;
  let lowest = 0;
  for (let i = 1; i < samples.length; i++) if (samples[i].value < samples[lowest].value) lowest = i;
  let start = samples[lowest];
  let low = samples[lowest - 1];
  let high = samples[lowest + 1];
  if (start.at === LOW || start.at === HIGH) {
    // Most often the bound is the bottom, which one step inwards tells at once.
    const bound = start;
    start = sampleAt(bound.at === LOW ? LOW + TOLERANCE : HIGH - TOLERANCE);
    if (start.value >= bound.value) return bound;
    if (bound.at === LOW) low = bound;
    else high = bound;
  }
  if (low === undefined || high === undefined) return undefined;
  return parabolicSearch((at) => sampleAt(at).value, low.at, start, high.at, TOLERANCE);
}
