import type { FittedModel, Likelihood, SeriesInput } from '../../contract.ts';
import { type Ces, cesAhead, cesMean, cesPass, cesStep } from '../../kernels/ces/ces.ts';
import { standardNormal } from '../../kernels/chance/normal.ts';
import type { CesKind } from './ces-kinds.ts';

/** What a search found. */
export interface CesSolution {
  readonly kind: CesKind;
  readonly ces: Ces;
  /** States before the first value. */
  readonly start: Float64Array;
  readonly variance: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly likelihood: Likelihood;
}

/** Complex exponential smoothing that has come to the end of its history. */
export function fittedCes(
  model: string,
  series: SeriesInput,
  { ces, start, variance, parameters, likelihood }: CesSolution,
): FittedModel {
  const origin = series.values.length;
  const end = start.slice();
  cesPass(ces, end, series.values, 0, origin);
  return {
    model,
    parameters,
    likelihood,
    forecast(horizon) {
      const rows = new Float64Array(horizon);
      cesAhead(ces, end.slice(), origin, rows, 0, horizon);
      return rows;
    },
    replay(origins, horizon, { values } = series) {
      const rows = new Float64Array(origins.length * horizon);
      const state = start.slice();
      let reached = 0;
      for (let r = 0; r < origins.length; r++) {
        cesPass(ces, state, values, reached, origins[r]);
        reached = origins[r];
        cesAhead(ces, state.slice(), reached, rows, r * horizon, horizon);
      }
      return rows;
    },
    deviations(horizon) {
      // The mark that one error of size 1 leaves on each later step: paths are linear in errors.
      const marks = new Float64Array(horizon);
      const state = new Float64Array(end.length);
      const phase = origin % ces.season;
      cesStep(ces, state, phase, 1);
      cesAhead(ces, state, origin + 1, marks, 0, horizon);
      let sum = 1;
      return marks.map((mark) => {
        const deviation = Math.sqrt(variance * sum);
        sum += mark * mark;
        return deviation;
      });
    },
    simulate(horizon, paths, random) {
      const rows = new Float64Array(paths * horizon);
      const size = Math.sqrt(variance);
      for (let p = 0; p < paths; p++) {
        const state = end.slice();
        for (let h = 0; h < horizon; h++) {
          const phase = (origin + h) % ces.season;
          const error = size * standardNormal(random);
          rows[p * horizon + h] = cesMean(ces, state, phase) + error;
          cesStep(ces, state, phase, error);
        }
      }
      return rows;
    },
  };
}
