import type { FittedModel } from '../contract.ts';
import { normalQuantile } from '../kernels/chance/normal-quantile.ts';
import { sortedQuantile } from '../kernels/chance/quantile.ts';
import { attainable, type Range } from './range.ts';

/**
 * Quantiles that the model itself derives, horizon × levels: normal, around the mean, with its standard deviations. Undefined
 * where it has none that are finite.
 */
export function analyticQuantiles(
  mean: Float64Array,
  fit: FittedModel,
  levels: readonly number[],
  range: Range,
): Float64Array | undefined {
  const deviations = fit.deviations?.(mean.length);
  if (!deviations?.every(Number.isFinite)) return undefined;
  const scores = levels.map(normalQuantile);
  return Float64Array.from({ length: mean.length * levels.length }, (_, at) => {
    const h = Math.floor(at / levels.length);
    return attainable(mean[h] + deviations[h] * scores[at % levels.length], range);
  });
}

/** Paths drawn for quantiles: the 2.5 % quantile has then a standard error of a twentieth of the deviation. */
const PATHS = 2000;

/** Paths that the model itself draws; quantiles of their steps and of their sums. */
export interface SimulatedPaths {
  /** horizon rows of sorted values. */
  readonly steps: readonly Float64Array[];
  readonly horizon: number;
  readonly paths: Float64Array;
}

/** Undefined where the model draws none, or none that is finite. The same `random` gives the same paths. */
export function simulatedPaths(
  fit: FittedModel,
  horizon: number,
  random: () => number,
): SimulatedPaths | undefined {
  const paths = fit.simulate?.(horizon, PATHS, random);
  if (!paths?.every(Number.isFinite)) return undefined;
  const steps = Array.from({ length: horizon }, (_, h) =>
    Float64Array.from({ length: PATHS }, (_, p) => paths[p * horizon + h]).sort(),
  );
  return { steps, horizon, paths };
}

/** Quantiles of the simulated steps, horizon × levels, moved to have this mean. */
export function simulatedQuantiles(
  mean: Float64Array,
  { steps }: SimulatedPaths,
  levels: readonly number[],
  range: Range,
): Float64Array {
  const result = new Float64Array(mean.length * levels.length);
  for (let h = 0; h < mean.length; h++) {
    const shift = mean[h] - average(steps[h]);
    for (let j = 0; j < levels.length; j++)
      result[h * levels.length + j] = attainable(sortedQuantile(steps[h], levels[j]) + shift, range);
  }
  return result;
}

/** Quantiles of the simulated sums over open steps, the paths moved to have this mean and kept within the range. */
export function simulatedTotals(
  mean: Float64Array,
  { steps, paths, horizon }: SimulatedPaths,
  levels: readonly number[],
  range: Range,
  closed: Uint8Array | undefined,
): Float64Array {
  const shifts = steps.map((step, h) => mean[h] - average(step));
  const sums = new Float64Array(PATHS);
  for (let p = 0; p < PATHS; p++)
    for (let h = 0; h < mean.length; h++)
      if (!closed?.[h]) sums[p] += attainable(paths[p * horizon + h] + shifts[h], range);
  sums.sort();
  return Float64Array.from(levels, (level) => sortedQuantile(sums, level));
}

function average(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return sum / values.length;
}
