import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { bestConstant, type SmoothingConstant } from '../../kernels/ets/smoothing-constant.ts';
import {
  addBucketRates,
  bucketSums,
  observedBefore,
  runningSums,
} from '../../kernels/intermittent/aggregation.ts';
import { meanInterval } from '../../kernels/intermittent/demands.ts';
import { HIGH_ALPHA, LOW_ALPHA } from './smoothing-range.ts';

/**
 * Intermittent multiple aggregation: the mean of what exponential smoothing says of buckets of 1, 2, … periods, up to the
 * mean interval between demands, α by least squares for each (Petropoulos & Kourentzes 2015, Journal of the Operational
 * Research Society 66, with simple exponential smoothing at every level).
 */
export const imapa: Model = {
  name: 'imapa',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const { sums, observed } = runningSums(values);
    if (observed === 0) return { cause: 'no-observations' };
    const sizes = meanInterval(values);
    if (sizes === 0) return { cause: 'no-sales' };
    const alphas = new Float64Array(sizes);
    const buckets = new Float64Array(observed);
    const found: SmoothingConstant = { alpha: 0, squaredError: 0, level: 0 };
    let total = 0;
    for (let size = 1; size <= sizes; size++) {
      const count = bucketSums(sums, observed, size, buckets);
      bestConstant(buckets, count, LOW_ALPHA, HIGH_ALPHA, found);
      if (!Number.isFinite(found.squaredError)) return { cause: 'not-finite' };
      alphas[size - 1] = found.alpha;
      total += found.level / size;
    }
    return {
      model: 'imapa',
      parameters: { sizes, alphaOfOne: alphas[0], alphaOfLargest: alphas[sizes - 1] },
      forecast: (horizon) => new Float64Array(horizon).fill(total / sizes),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        const totals = new Float64Array(origins.length);
        const running = over === values ? sums : runningSums(over).sums;
        const ends = observedBefore(over, origins);
        for (let size = 1; size <= sizes; size++)
          addBucketRates(running, ends, size, alphas[size - 1], totals);
        for (let r = 0; r < origins.length; r++) rows.fill(totals[r] / sizes, r * horizon, (r + 1) * horizon);
        return rows;
      },
    };
  },
};
