import {
  isSeasonal,
  type SeasonalIndices,
  seasonalIndices,
} from '../../kernels/decomposition/classical-season.ts';

/**
 * The season that a Theta model takes out before it looks at a series, and puts back on what it forecasts
 * (Assimakopoulos & Nikolopoulos 2000, 3; Fiorucci et al. 2016, 4): none where the test finds none.
 */
export function seasonOf(values: Float64Array, season: number): SeasonalIndices {
  if (!isSeasonal(values, season)) return { multiplicative: false, indices: new Float64Array(1) };
  return seasonalIndices(values, season);
}

/** The values without their season. */
export function withoutSeason(values: Float64Array, season: SeasonalIndices): Float64Array {
  const { multiplicative, indices } = season;
  const adjusted = values.slice();
  for (let t = 0, phase = 0; t < values.length; t++) {
    if (multiplicative) adjusted[t] /= indices[phase];
    else adjusted[t] -= indices[phase];
    if (++phase === indices.length) phase = 0;
  }
  return adjusted;
}

/** Puts the season back on rows[at …], the periods from `origin` on. */
export function addSeason(
  rows: Float64Array,
  at: number,
  horizon: number,
  origin: number,
  { multiplicative, indices }: SeasonalIndices,
): void {
  for (let h = 0; h < horizon; h++) {
    const index = indices[(origin + h) % indices.length];
    if (multiplicative) rows[at + h] *= index;
    else rows[at + h] += index;
  }
}

/** Scales standard deviations of the periods from `origin` on as the season scales the values. */
export function scaleBySeason(
  deviations: Float64Array,
  origin: number,
  { multiplicative, indices }: SeasonalIndices,
): void {
  if (!multiplicative) return;
  for (let h = 0; h < deviations.length; h++) deviations[h] *= indices[(origin + h) % indices.length];
}
