import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { countObserved } from '../../kernels/observed.ts';
import { type CesSolution, fittedCes } from './fitted-ces.ts';
import { type CesKind, fitsKind, solveCes } from './solve-ces.ts';

/** A model that fits each of these kinds of season to a history that allows it and keeps the one with the smallest AICc. */
export function cesModel(name: string, kinds: readonly CesKind[]): Model {
  return {
    name,
    fit(series: SeriesInput): FittedModel | FitFailure {
      const { values, season } = series;
      const observed = countObserved(values);
      if (observed === 0) return { cause: 'no-observations' };
      const possible = kinds.filter((kind) => fitsKind(kind, values.length, season, observed));
      if (possible.length === 0) return { cause: 'history-too-short' };
      let best: CesSolution | undefined;
      for (const kind of possible) {
        const found = solveCes(kind, values, season, observed);
        if (found && !(best && best.likelihood.aicc <= found.likelihood.aicc)) best = found;
      }
      return best ? fittedCes(name, series, best) : { cause: 'not-finite' };
    },
  };
}
