/** How far exponential smoothing may be off: deviations in closed form, and sample paths. */

import { standardNormal } from '../chance/normal.ts';
import type { EtsConstants, EtsForm } from './form.ts';
import { etsForecast, etsPass } from './states.ts';

/**
 * Standard deviations of forecast errors where all is added: σ √(1 + Σ cⱼ²), cⱼ = α + β(φ + … + φʲ) + γ in every season-th
 * step (Hyndman et al. 2008, eq. 6.1 and table 6.2).
 */
export function etsDeviations(
  { alpha, beta, gamma, phi }: EtsConstants,
  season: number,
  deviation: number,
  horizon: number,
): Float64Array {
  const deviations = new Float64Array(horizon);
  let variance = 1;
  let damped = 0;
  let power = 1;
  for (let h = 0; h < horizon; h++) {
    deviations[h] = deviation * Math.sqrt(variance);
    power *= phi;
    damped += power;
    const response = alpha + beta * damped + ((h + 1) % season === 0 ? gamma : 0);
    variance += response * response;
  }
  return deviations;
}

/** A relative error sells no less than nothing. */
const LEAST_RELATIVE_ERROR = -1;

/** Paths from the states after `origin` values, paths × horizon, with normal errors (Hyndman et al. 2008, 6.1). */
export function etsPaths(
  form: EtsForm,
  origin: number,
  season: number,
  constants: EtsConstants,
  end: Float64Array,
  deviation: number,
  horizon: number,
  paths: number,
  random: () => number,
): Float64Array {
  const rows = new Float64Array(paths * horizon);
  const state = new Float64Array(end.length);
  // The states after the history must meet the phase that comes next; a history that ends with a season's end has that.
  const offset = origin % season;
  const path = new Float64Array(offset + horizon);
  for (let p = 0; p < paths; p++) {
    state.set(end);
    for (let h = 0; h < horizon; h++) {
      const at = offset + h;
      etsForecast(form, at, season, constants.phi, state, path, at, 1);
      const noise = deviation * standardNormal(random);
      path[at] =
        form.error === 'A' ? path[at] + noise : path[at] * (1 + Math.max(LEAST_RELATIVE_ERROR, noise));
      etsPass(form, path, at, at + 1, season, constants, state);
    }
    rows.set(path.subarray(offset), p * horizon);
  }
  return rows;
}
