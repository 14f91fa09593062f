import type { FittedModel, SeriesInput } from '../../contract.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import type { SeasonalIndices } from '../../kernels/decomposition/classical-season.ts';
import {
  copyOf,
  type ThetaConstants,
  thetaAhead,
  thetaMean,
  thetaStart,
  thetaStep,
} from '../../kernels/theta/state.ts';
import { addSeason, scaleBySeason, withoutSeason } from './seasonal-adjustment.ts';

/** θ has no upper end; from here on only the line is left, and 1/θ would be lost in rounding. */
const THETA_HIGH = 1e10;

/** What a search found: constants, the variance of the one-step error, the season, and whether the line goes on. */
export interface ThetaSolution {
  readonly constants: ThetaConstants;
  readonly variance: number;
  readonly season: SeasonalIndices;
}

/** A Theta model that has come to the end of its history. `adjusted` is the history without its season. */
export function fittedTheta(
  model: string,
  series: SeriesInput,
  adjusted: Float64Array,
  { constants, variance, season }: ThetaSolution,
): FittedModel {
  const { alpha, lineWeight, initialLevel, line } = constants;
  const end = thetaStart(initialLevel);
  for (let t = 0; t < adjusted.length; t++) thetaStep(end, adjusted[t], alpha);
  const origin = adjusted.length;
  return {
    model,
    parameters: {
      alpha,
      theta: Math.min(THETA_HIGH, 1 / (1 - lineWeight)),
      initialLevel,
      dynamic: line ? 0 : 1,
    },
    forecast(horizon) {
      const rows = new Float64Array(horizon);
      thetaAhead(copyOf(end), constants, rows, 0, horizon);
      addSeason(rows, 0, horizon, origin, season);
      return rows;
    },
    replay(origins, horizon, { values: over } = series) {
      const values = withoutSeason(over, season);
      const rows = new Float64Array(origins.length * horizon);
      const state = thetaStart(initialLevel);
      for (let r = 0, t = 0; r < origins.length; r++) {
        for (; t < origins[r]; t++) thetaStep(state, values[t], alpha);
        const nothingYet = state.line.count === 0;
        if (nothingYet) rows.fill(Number.NaN, r * horizon, (r + 1) * horizon);
        else thetaAhead(copyOf(state), constants, rows, r * horizon, horizon);
        addSeason(rows, r * horizon, horizon, origins[r], season);
      }
      return rows;
    },
    deviations(horizon) {
      if (variance === 0) return new Float64Array(horizon);
      // One error's mark on each later step: the path after it less the path without it. Paths are linear in errors.
      const path = new Float64Array(horizon);
      thetaAhead(copyOf(end), constants, path, 0, horizon);
      const variances = new Float64Array(horizon).fill(1);
      const state = copyOf(end);
      const marked = new Float64Array(horizon);
      const size = Math.sqrt(variance);
      for (let j = 0; j < horizon - 1; j++) {
        const hit = copyOf(state);
        thetaStep(hit, path[j] + size, alpha);
        thetaAhead(hit, constants, marked, j + 1, horizon - j - 1);
        for (let h = j + 1; h < horizon; h++) variances[h] += ((marked[h] - path[h]) / size) ** 2;
        thetaStep(state, path[j], alpha);
      }
      const deviations = variances.map((times) => Math.sqrt(variance * times));
      scaleBySeason(deviations, origin, season);
      return deviations;
    },
    simulate(horizon, paths, random) {
      const rows = new Float64Array(paths * horizon);
      const size = Math.sqrt(variance);
      for (let p = 0; p < paths; p++) {
        const state = copyOf(end);
        for (let h = p * horizon; h < (p + 1) * horizon; h++) {
          rows[h] = thetaMean(state, constants) + size * standardNormal(random);
          thetaStep(state, rows[h], alpha);
        }
        addSeason(rows, p * horizon, horizon, origin, season);
      }
      return rows;
    },
  };
}
