import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { countObserved } from '../../kernels/observed.ts';
import { UNCOUNTED_ERRORS } from '../../kernels/theta/fit.ts';
import { lineOf, thetaTrack } from '../../kernels/theta/line.ts';
import { type FoundConstants, findConstants } from './find-constants.ts';
import { fittedTheta } from './fitted-theta.ts';
import { seasonOf, withoutSeason } from './seasonal-adjustment.ts';

/** The four models of Fiorucci et al. 2016 are two choices. */
export interface ThetaVariant {
  /** Whether the line goes on with the values, or is that of the whole history. */
  readonly dynamic: boolean;
  /** Whether θ is found, or is 2 as in the standard method. */
  readonly optimized: boolean;
}

/** θ = 2: half of the line goes in. */
const STANDARD_WEIGHT = 0.5;
/** α and the initial level; and θ where it is found. The errors counted must be more than these. */
const STANDARD_CONSTANTS = 2;

/**
 * A model that fits each of these variants to the seasonally adjusted history and keeps the one with the smallest
 * squared error; of equals the first.
 */
export function thetaModel(name: string, variants: readonly ThetaVariant[]): Model {
  return {
    name,
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const { values } = series;
      const observed = countObserved(values);
      if (observed === 0) return { cause: 'no-observations' };
      const season = seasonOf(values, series.season);
      const adjusted = withoutSeason(values, season);
      let best: FoundConstants | undefined;
      let chosen: ThetaVariant | undefined;
      for (const variant of variants) {
        if (observed - UNCOUNTED_ERRORS <= constantsOf(variant)) continue;
        const track = thetaTrack(adjusted, observed, variant.dynamic);
        const weight = variant.optimized ? Number.NaN : STANDARD_WEIGHT;
        const found = findConstants(track, weight, warmStart?.parameters.alpha);
        if (best && found.squaredError >= best.squaredError) continue;
        best = found;
        chosen = variant;
      }
      if (!best || !chosen) return { cause: 'history-too-short' };
      if (!Number.isFinite(best.squaredError)) return { cause: 'not-finite' };
      const constants = { ...best, line: chosen.dynamic ? undefined : lineOf(adjusted) };
      const variance = best.squaredError / (observed - UNCOUNTED_ERRORS - constantsOf(chosen));
      return fittedTheta(name, series, adjusted, { constants, variance, season });
    },
  };
}

function constantsOf({ optimized }: ThetaVariant): number {
  return STANDARD_CONSTANTS + (optimized ? 1 : 0);
}
