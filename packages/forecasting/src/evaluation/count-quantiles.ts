import { negativeBinomialCdf } from '../kernels/negative-binomial.ts';
import { shareUpTo } from '../kernels/quantile.ts';
import { expectedMeans, type Predictive } from './predictive.ts';
import { fillCounts } from './step-quantiles.ts';

/** Distributions of counts that the data choose between. */
export type CountDistribution = 'poisson' | 'negative-binomial' | 'empirical';

/** Counts beyond this are as good as impossible under any of the three. */
const LEAST_PROBABILITY = 1e-6;

/**
 * The distribution of counts that past forecasts speak for: of Poisson's around the forecast, the negative binomial one, and the
 * counts as they came whatever was forecast, the one with the largest sum of logarithms of what it gave to the counts that
 * came, each judged without itself where that is all that the distribution is made of (leave one out). Undefined where values
 * come in no unit, or nothing is known.
 */
export function chooseCounts({ range, past, dispersion }: Predictive): CountDistribution | undefined {
  const { unit } = range;
  if (unit === 0 || past.pairs < 2) return undefined;
  const most = Math.round(range.high / unit);
  const frequencies = new Float64Array(most + 1);
  const came = (i: number): number => Math.min(most, Math.max(0, Math.round(past.actuals[i] / unit)));
  for (let i = 0; i < past.actuals.length; i++) if (!Number.isNaN(past.actuals[i])) frequencies[came(i)]++;
  // One witness stands behind several pairs: without itself means without all of those.
  const repeats = past.pairs / past.witnesses;
  const logs = { poisson: 0, 'negative-binomial': 0, empirical: 0 };
  for (let i = 0; i < past.actuals.length; i++) {
    if (Number.isNaN(past.actuals[i])) continue;
    const count = came(i);
    const mean = Math.max(dispersion.least, past.forecasts[i] / unit);
    logs.poisson += Math.log(probability(mean, 0, count));
    logs['negative-binomial'] += Math.log(probability(mean, dispersion.excess, count));
    const others = Math.max(0, frequencies[count] - repeats) / Math.max(1, past.pairs - repeats);
    logs.empirical += Math.log(Math.max(LEAST_PROBABILITY, others));
  }
  // Simplest first: of equals the earlier one.
  const order: readonly CountDistribution[] = ['poisson', 'negative-binomial', 'empirical'];
  return order.reduce((best, next) => (logs[next] > logs[best] ? next : best));
}

/** Quantiles of each step, horizon × levels, by the distribution that was chosen. */
export function countQuantiles(
  mean: Float64Array,
  predictive: Predictive,
  chosen: CountDistribution,
  levels: readonly number[],
): Float64Array {
  const { range, past, dispersion, line } = predictive;
  const { unit } = range;
  const most = Math.round(range.high / unit);
  const means = expectedMeans(mean, line, range);
  const seen =
    chosen === 'empirical' ? past.actuals.filter((value) => !Number.isNaN(value)).sort() : undefined;
  const quantiles = new Float64Array(means.length * levels.length);
  for (let h = 0; h < means.length; h++) {
    const excess = chosen === 'poisson' ? 0 : dispersion.excess;
    const cdf = seen
      ? undefined
      : negativeBinomialCdf(Math.max(dispersion.least, means[h] / unit), excess, most);
    const cumulative = (x: number): number => cdf?.[x] ?? shareUpTo(seen!, (x + 0.5) * unit);
    fillCounts(quantiles, h * levels.length, levels, cumulative, most, unit);
  }
  return quantiles;
}

function probability(mean: number, dispersion: number, count: number): number {
  const cumulative = negativeBinomialCdf(mean, dispersion, count);
  return Math.max(LEAST_PROBABILITY, cumulative[count] - (count > 0 ? cumulative[count - 1] : 0));
}
