import { fromScale } from './log-scale.ts';

/** The way back from the scale of a regression to values. */
export interface MeanScale {
  /** Means of values from means and variances on the scale. */
  meansOf(scaled: Float64Array, variances: Float64Array): Float64Array;
  /** Standard deviations of values. */
  deviationsOf(scaled: Float64Array, variances: Float64Array): Float64Array;
  /** One value, within its bounds. */
  valueOf(scaled: number): number;
}

/** Variances on a logarithmic scale count as at most this: e^½, so that no mean is more than e^¼ above its median for it. */
const MOST_GROWTH = 0.5;

/**
 * A logarithm's mean is no mean of values. One period ahead the factor between them is the mean of the errors' own
 * exponentials, whatever their distribution (Duan 1983, JASA 78, the smearing estimate); further ahead errors add up, and the
 * factor grows as a normal distribution's does, by half of the variance that is added.
 *
 * Values stay within the range seen, widened by its own width on either side: no effect and no product of effects explodes.
 */
export function meanScale(
  shift: number,
  seen: { readonly low: number; readonly high: number },
  innovations: Float64Array,
  variance: number,
): MeanScale {
  const width = seen.high - seen.low;
  const within = (value: number): number => Math.min(seen.high + width, Math.max(seen.low - width, value));
  if (shift === Number.POSITIVE_INFINITY)
    return {
      meansOf: (scaled) => scaled.map(within),
      deviationsOf: (_scaled, variances) => variances.map(Math.sqrt),
      valueOf: within,
    };
  let sum = 0;
  let count = 0;
  for (let t = 0; t < innovations.length; t++) {
    if (Number.isNaN(innovations[t])) continue;
    sum += Math.exp(innovations[t]);
    count++;
  }
  const smearing = Math.min(sum / count, Math.exp(variance));
  return {
    meansOf: (scaled, variances) =>
      scaled.map((median, h) =>
        within(Math.exp(median + Math.min(MOST_GROWTH, variances[h] - variance) / 2) * smearing - shift),
      ),
    deviationsOf: (scaled, variances) =>
      scaled.map((median, h) => {
        const spread = Math.min(variances[h], variance + MOST_GROWTH);
        return Math.exp(median + spread / 2) * Math.sqrt(Math.expm1(spread));
      }),
    valueOf: (scaled) => within(fromScale(scaled, shift)),
  };
}
