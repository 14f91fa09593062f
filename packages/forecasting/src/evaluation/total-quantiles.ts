import { negativeBinomialCdf } from '../kernels/chance/negative-binomial.ts';
import { normalQuantile } from '../kernels/chance/normal-quantile.ts';
import { shareUpTo, sortedQuantile } from '../kernels/chance/quantile.ts';
import { type PastTotals, pastTotals } from './past-totals.ts';
import { expectedMeans, type Predictive } from './predictive.ts';
import { attainable, clamp, offScale, onScale, type Range } from './range.ts';
import { regressed } from './regression-line.ts';
import { fillCounts } from './step-quantiles.ts';

/**
 * Correlation between the errors of two steps of one horizon, where nothing is known of past totals; levels drift. And the
 * horizons that this counts for. Between 0.1 and 0.3 the totals' worst quantile moves by less than 2 points on
 * every data set tried; less is too narrow on 62 days of FreshRetailNet and 33 months of car parts, more too wide on M5.
 */
const STEP_CORRELATION = 0.2;
const PRIOR_HORIZONS = 2;
/** Horizons after which the shape of past totals counts as much as a normal one, and after which half of their bias is believed. */
const SHAPE_HORIZONS = 10;
const BIAS_HORIZONS = 3;
/** Student's t in short, as for steps: but n horizons are few. */
const DRAWN_OUT = 0.5;
/** Above this mean a count's distribution is smooth, and its quantiles are rounded. */
const MOST_COUNTED = 300;

/**
 * Quantiles of the sum over the horizon's open steps. They are made of the errors that past forecasts of such sums had, so
 * that errors stay together as they came, and of the steps' spread with a correlation that is usual; the less past horizons there
 * are, the more of the latter, and the wider. Never sums of quantiles.
 */
export function totalQuantiles(
  mean: Float64Array,
  predictive: Predictive,
  levels: readonly number[],
  closed: Uint8Array | undefined,
): Float64Array {
  const { range, dispersion } = predictive;
  const least = range.unit > 0 ? dispersion.least * dispersion.unit : 0;
  const assumed = assumedTotal(mean, predictive, closed, least);
  const totals = new Float64Array(levels.length);
  if (assumed.open === 0) return totals;
  const past = pastTotals(predictive, assumed.open, least);
  const limits: Range = { ...range, low: range.low * assumed.open, high: range.high * assumed.open };
  const onRoot = onScale(assumed.mean, range);
  const centre = regressed(onRoot, past.line);
  // The deviation on the scale: by the delta method on the root scale.
  const assumedVariance = range.nonNegative ? assumed.variance / (4 * assumed.mean || 1) : assumed.variance;
  const stretch = 1 + DRAWN_OUT / Math.max(1, past.witnesses);
  const spread =
    stretch *
    Math.sqrt(
      (past.witnesses * past.spread ** 2 + PRIOR_HORIZONS * assumedVariance) /
        (past.witnesses + PRIOR_HORIZONS),
    );
  const doubt = past.offset * (1 - past.witnesses / (past.witnesses + BIAS_HORIZONS));
  const weight = past.witnesses / (past.witnesses + SHAPE_HORIZONS);
  const expected = Math.max(least, offScale(Math.max(0, centre), range));
  if (range.unit > 0 && expected < MOST_COUNTED * range.unit) {
    const counted = { centre, spread, doubt, weight, expected };
    countTotals(totals, counted, past, predictive, levels, limits);
    return totals;
  }
  for (let j = 0; j < levels.length; j++) {
    const seen = weight > 0 ? sortedQuantile(past.standardised, levels[j]) - doubt : 0;
    const score = weight * seen + (1 - weight) * normalQuantile(levels[j]);
    totals[j] = attainable(offScale(centre + spread * score, range), limits);
  }
  return totals;
}

interface AssumedTotal {
  readonly open: number;
  readonly mean: number;
  readonly variance: number;
}

/** The sum of the steps' means, and its variance with the usual correlation. */
function assumedTotal(
  mean: Float64Array,
  predictive: Predictive,
  closed: Uint8Array | undefined,
  least: number,
): AssumedTotal {
  const means = expectedMeans(mean, predictive.line, predictive.range);
  let open = 0;
  let sum = 0;
  let variances = 0;
  let deviations = 0;
  for (let h = 0; h < means.length; h++) {
    if (closed?.[h]) continue;
    const expected = predictive.range.nonNegative ? Math.max(least, means[h]) : means[h];
    const variance = stepVariance(expected, predictive, h);
    open++;
    sum += expected;
    variances += variance;
    deviations += Math.sqrt(variance);
  }
  const together = deviations * deviations - variances;
  return { open, mean: sum, variance: variances + STEP_CORRELATION * together };
}

/** Variance of one step's value: of counts by their dispersion, of others by the spread on their scale. */
function stepVariance(mean: number, { range, shape, dispersion }: Predictive, step: number): number {
  if (range.unit > 0 || shape.zeroShare > 0) {
    const { unit, excess, steadiness } = dispersion;
    const count = mean / unit;
    return unit * unit * (count + excess * count * count) * steadiness;
  }
  const spread = shape.spread[step] ** 2;
  return range.nonNegative ? 4 * mean * spread : spread;
}

/** The mixture that slow items' steps have, of past totals and a negative binomial distribution of the same spread. */
function countTotals(
  into: Float64Array,
  {
    centre,
    spread,
    doubt,
    weight,
    expected,
  }: { centre: number; spread: number; doubt: number; weight: number; expected: number },
  { standardised }: PastTotals,
  { range, dispersion }: Predictive,
  levels: readonly number[],
  limits: Range,
): void {
  const { unit } = range;
  const count = expected / unit;
  const variance = (4 * expected * spread * spread) / (unit * unit);
  const most = Math.round(limits.high / unit);
  const assumed = negativeBinomialCdf(count, Math.max(0, (variance - count) / (count * count)), most);
  const prior = weight > 0 ? (1 - weight) * dispersion.steadiness : 1;
  const share = weight / (weight + prior);
  const cumulative = (x: number): number => {
    const limit = (onScale((x + 0.5) * unit, range) - centre) / (spread || Number.MIN_VALUE);
    return share * shareUpTo(standardised, limit + doubt) + (1 - share) * assumed[x];
  };
  fillCounts(into, 0, levels, cumulative, most, unit);
  for (let j = 0; j < into.length; j++) into[j] = clamp(into[j], limits);
}
