/**
 * Distribution of the probability integral transform (PIT) of values under quantile forecasts: for each of `at`, the share of
 * values whose PIT is that or less. Calibrated forecasts give `at` itself (Dawid 1984, JRSS A 147).
 *
 * A value within an atom of the forecast (a slow item's zero) has no one PIT but an interval of them. It counts with the share of
 * that interval, which is the expectation of the randomised PIT (Czado, Gneiting & Held 2009, Biometrics 65, eq. 2; randomised:
 * Smith 1985): the same, without its noise. Between two levels the forecast's distribution is not known: PITs are taken to be
 * spread evenly there, so that levels must be dense where the result is to be exact.
 *
 * @param actual values; NaN = not observed: left out
 * @param quantiles actual.length × levels, increasing along the levels
 * @param levels of the quantiles, increasing
 * @param at where the share is asked for, in (0, 1)
 * @returns a share for each of `at`; NaN where nothing was observed
 */
export function meanPit(
  actual: Float64Array,
  quantiles: Float64Array,
  levels: readonly number[],
  at: readonly number[],
): Float64Array {
  const shares = new Float64Array(at.length);
  let count = 0;
  for (let t = 0; t < actual.length; t++) {
    if (Number.isNaN(actual[t])) continue;
    count++;
    const [low, high] = pitInterval(actual[t], quantiles, t * levels.length, levels);
    for (let j = 0; j < at.length; j++) shares[j] += Math.min(1, Math.max(0, (at[j] - low) / (high - low)));
  }
  return shares.map((share) => share / count);
}

/**
 * Randomised PITs: one for each value, drawn from its interval; NaN where not observed. Uniform for calibrated forecasts, so that
 * histograms and tests of uniformity apply. Arguments as for `meanPit`; `random` gives uniform numbers in [0, 1).
 */
export function randomisedPit(
  actual: Float64Array,
  quantiles: Float64Array,
  levels: readonly number[],
  random: () => number,
): Float64Array {
  return actual.map((value, t) => {
    if (Number.isNaN(value)) return Number.NaN;
    const [low, high] = pitInterval(value, quantiles, t * levels.length, levels);
    return low + random() * (high - low);
  });
}

/** Values that differ from a quantile by less than this share of it are that quantile: sums of floats are not exact. */
const SAME = 1e-9;

/** Between which PITs a value lies: those of the neighbouring levels, or where quantiles equal it, half way beyond those. */
function pitInterval(
  value: number,
  quantiles: Float64Array,
  from: number,
  levels: readonly number[],
): [number, number] {
  const tolerance = SAME * (1 + Math.abs(value));
  let below = 0;
  while (below < levels.length && quantiles[from + below] < value - tolerance) below++;
  let upTo = below;
  while (upTo < levels.length && quantiles[from + upTo] <= value + tolerance) upTo++;
  const level = (j: number): number => (j < 0 ? 0 : j >= levels.length ? 1 : levels[j]);
  if (upTo === below) return [level(below - 1), level(below)];
  return [
    below === 0 ? 0 : (level(below - 1) + level(below)) / 2,
    upTo === levels.length ? 1 : (level(upTo - 1) + level(upTo)) / 2,
  ];
}
