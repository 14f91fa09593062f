import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { countObserved } from '../../kernels/observed.ts';
import { type CesKind, fitsKind } from './ces-kinds.ts';
import { type CesSolution, fittedCes } from './fitted-ces.ts';
import { solveCes } from './solve-ces.ts';

/** A kind this much worse by AICc on a part of the series is not tried again on the whole of it. */
const HOPELESS = 50;

/** What a fit leaves for a later one: what was found, by kind, and which kinds need not be tried. */
interface FittedCes extends FittedModel {
  readonly solutions: readonly CesSolution[];
  readonly hopeless: readonly CesKind[];
}

/**
 * A model that fits each of these kinds of season that the history can carry, simpler ones first, and keeps the one with
 * the smallest AICc.
 */
export function cesModel(name: string, kinds: readonly CesKind[]): Model {
  return {
    name,
    fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
      const { values, season } = series;
      const observed = countObserved(values);
      if (observed === 0) return { cause: 'no-observations' };
      const earlier = warmStart as FittedCes | undefined;
      const points = Object.fromEntries(
        (earlier?.solutions ?? []).map(({ kind, ces }) => [kind, ces.constants]),
      );
      const known = earlier?.hopeless ?? [];
      const possible = kinds.filter((kind) => fitsKind(kind, values.length, season, observed));
      if (possible.length === 0) return { cause: 'history-too-short' };
      const solutions: CesSolution[] = [];
      for (const kind of possible) {
        if (known.includes(kind)) continue;
        const found = solveCes(kind, values, season, observed, points, leastAicc(solutions));
        if (!found) continue;
        solutions.push(found);
        points[kind] = found.ces.constants;
      }
      const least = leastAicc(solutions);
      const best = solutions.find(({ likelihood }) => likelihood.aicc === least);
      if (!best) return { cause: 'not-finite' };
      const far = solutions.filter(({ likelihood }) => likelihood.aicc > least + HOPELESS);
      const hopeless = [...known, ...far.map(({ kind }) => kind)];
      const fitted: FittedCes = { ...fittedCes(name, series, best), solutions, hopeless };
      return fitted;
    },
  };
}

function leastAicc(solutions: readonly CesSolution[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { likelihood } of solutions) least = Math.min(least, likelihood.aicc);
  return least;
}
