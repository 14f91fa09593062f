import type { CesForm } from '../../kernels/ces/ces.ts';
import { additiveIndices } from '../../kernels/decomposition/classical-season.ts';
import { meanObserved } from '../../kernels/observed.ts';

/** Values whose mean is the first guess at the level where there is no season. */
const FIRST_VALUES = 10;
/** A potential begins as this share of its level, as in the authors' program; backcasting leaves little of it. */
const POTENTIAL_SHARE = 1 / 1.1;

/**
 * A first guess at the states before the first value, in the order of kernels/ces.ts: the level of the first values or of the
 * first season, and the season of the classical decomposition.
 */
export function guessedStart(form: CesForm, values: Float64Array, season: number): Float64Array {
  if (form === 'plain') {
    const levels = Array.from({ length: season }, (_, phase) =>
      season > 1 ? firstOfPhase(values, season, phase) : levelOf(values, FIRST_VALUES),
    );
    return Float64Array.from(levels.flatMap(withPotential));
  }
  const indices = [...additiveIndices(values, season)];
  const level = withPotential(levelOf(values, season));
  return Float64Array.from([...level, ...(form === 'full' ? indices.flatMap(withPotential) : indices)]);
}

function withPotential(level: number): [number, number] {
  return [level, level * POTENTIAL_SHARE];
}

/** Mean of the first values, or of all where none of these was observed. */
function levelOf(values: Float64Array, count: number): number {
  const mean = meanObserved(values, 0, Math.min(count, values.length));
  return Number.isNaN(mean) ? meanObserved(values) : mean;
}

function firstOfPhase(values: Float64Array, season: number, phase: number): number {
  for (let t = phase; t < values.length; t += season) if (!Number.isNaN(values[t])) return values[t];
  return meanObserved(values);
}
