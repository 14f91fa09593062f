import { negativeBinomialCdf } from '../kernels/chance/negative-binomial.ts';
import { shareUpTo } from '../kernels/chance/quantile.ts';
import { expectedMeans, type Predictive } from './predictive.ts';
import { fillCounts } from './step-quantiles.ts';

/** Distributions of counts that the data choose between. */
export type CountDistribution = 'poisson' | 'negative-binomial' | 'empirical';

/** Counts beyond this are as good as impossible under any of the three. */
const LEAST_PROBABILITY = 1e-6;

/**
 * The distribution of counts that past forecasts speak for: of Poisson's around the forecast, the negative binomial one, and the
 * counts as they came whatever was forecast, the one with the best BIC (Schwarz 1978, Annals of Statistics 6): AIC lets the counts as they came win too often, since each that
 * came once costs little and gains much. Undefined where values come in no
 * unit, or nothing is known.
 */
export function chooseCounts({ range, past, dispersion }: Predictive): CountDistribution | undefined {
  const { unit } = range;
  if (unit === 0 || past.pairs < 2) return undefined;
  const most = Math.round(range.high / unit);
  const frequencies = new Float64Array(most + 1);
  const logs = { poisson: 0, 'negative-binomial': 0, empirical: 0 };
  for (let i = 0; i < past.actuals.length; i++) {
    if (Number.isNaN(past.actuals[i])) continue;
    const count = Math.min(most, Math.max(0, Math.round(past.actuals[i] / unit)));
    const mean = Math.max(dispersion.least, past.forecasts[i] / unit);
    frequencies[count]++;
    logs.poisson += Math.log(probability(mean, 0, count));
    logs['negative-binomial'] += Math.log(probability(mean, dispersion.excess, count));
  }
  let parameters = -1;
  for (const frequency of frequencies) {
    if (frequency === 0) continue;
    parameters++;
    logs.empirical += frequency * Math.log(frequency / past.pairs);
  }
  // Several pairs have the same witness: likelihoods are that many times too sure, and so is a parameter's price.
  const price = (0.5 * Math.log(past.witnesses) * past.pairs) / past.witnesses;
  logs['negative-binomial'] -= price;
  logs.empirical -= parameters * price;
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
