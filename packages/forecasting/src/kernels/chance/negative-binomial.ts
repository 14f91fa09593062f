/**
 * Cumulative probabilities of 0, 1, …, `most` events under the negative binomial distribution with variance
 * mean + dispersion × mean²; dispersion 0 is Poisson's. By the recurrence p(x) = p(x − 1) × q (x − 1 + r) ÷ x with
 * r = 1 ÷ dispersion and q = mean ÷ (mean + r) (Johnson, Kemp & Kotz 2005, 5.1). Means to
 * 700, where the probability of no event is still a number.
 */
export function negativeBinomialCdf(mean: number, dispersion: number, most: number): Float64Array {
  const cumulative = new Float64Array(most + 1);
  const size = dispersion > SMALLEST_DISPERSION ? 1 / dispersion : Number.POSITIVE_INFINITY;
  const ratio = mean / (1 + mean / size);
  let probability = Math.exp(logNoEvent(mean, dispersion));
  let sum = probability;
  cumulative[0] = sum;
  for (let x = 1; x <= most; x++) {
    probability *= (ratio * (1 + (x - 1) / size)) / x;
    sum += probability;
    cumulative[x] = sum < 1 ? sum : 1;
  }
  return cumulative;
}

/** Logarithm of the probability of no event: (1 + dispersion × mean) to the power of −1 ÷ dispersion. */
export function logNoEvent(mean: number, dispersion: number): number {
  return dispersion > SMALLEST_DISPERSION ? -Math.log1p(dispersion * mean) / dispersion : -mean;
}

/** Below it the two distributions agree to nine digits, and the formulas lose more than that. */
const SMALLEST_DISPERSION = 1e-9;
