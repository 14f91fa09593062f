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
 * Aggregate–disaggregate: sums over buckets as long as the mean interval between demands, in which zeros are rare;
 * smoothed exponentially, α by least squares; and spread evenly over the periods of a bucket (Nikolopoulos, Syntetos,
 * Boylan, Petropoulos & Assimakopoulos 2011, Journal of the Operational Research Society 62).
 */
export const adida: Model = {
  name: 'adida',
  fit(series: SeriesInput): FittedModel | FitFailure {
    const { values } = series;
    const { sums, observed } = runningSums(values);
    if (observed === 0) return { cause: 'no-observations' };
    const size = meanInterval(values);
    if (size === 0) return { cause: 'no-sales' };
    const buckets = new Float64Array(observed);
    const count = bucketSums(sums, observed, size, buckets);
    const found: SmoothingConstant = { alpha: 0, squaredError: 0, level: 0 };
    bestConstant(buckets, count, LOW_ALPHA, HIGH_ALPHA, found);
    const { alpha, level, squaredError } = found;
    if (!Number.isFinite(squaredError)) return { cause: 'not-finite' };
    return {
      model: 'adida',
      parameters: { alpha, bucket: size },
      forecast: (horizon) => new Float64Array(horizon).fill(level / size),
      replay(origins, horizon, { values: over } = series) {
        const rows = new Float64Array(origins.length * horizon);
        const rates = new Float64Array(origins.length);
        const running = over === values ? sums : runningSums(over).sums;
        addBucketRates(running, observedBefore(over, origins), size, alpha, rates);
        for (let r = 0; r < origins.length; r++) rows.fill(rates[r], r * horizon, (r + 1) * horizon);
        return rows;
      },
    };
  },
};
