/** A model that lost more than this many times the least has no say: on series that promotions drive, that is all but one kind. */
const MOST_LOSS = 1.3;
/** Inverse to the fourth power of the loss; from 2 to 8 it hardly matters. */
const POWER = 4;
/** Drawn this far to equal weights, because each loss is itself an estimate from a few windows. */
const TOWARDS_EQUAL = 0.3;
/** A loss below this share of the largest counts as this: a perfect forecast of the past gets much weight, not infinite. */
const LEAST_LOSS = 1e-6;

/**
 * Weights of forecasts by their losses: inverse to a power of the loss, the rest left out, the others shrunk towards equal
 * weights (Timmermann 2006, Handbook of Economic Forecasting 1, ch. 4, sections 3 and 5). The constants come from windows
 * before those that are reported.
 *
 * @param losses mean squared errors, or the like; 0 or more
 * @returns weights that add up to 1
 */
export function errorWeights(losses: readonly number[]): number[] {
  const most = Math.max(...losses);
  const least = Math.min(...losses);
  if (!(most > 0)) return losses.map(() => 1 / losses.length);
  const floored = losses.map((loss) => Math.max(loss / most, LEAST_LOSS));
  const kept = losses.map((loss, k) => loss <= MOST_LOSS * least || floored[k] === LEAST_LOSS);
  const inverse = floored.map((loss, k) =>
    kept[k] ? (Math.max(least / most, LEAST_LOSS) / loss) ** POWER : 0,
  );
  const sum = inverse.reduce((total, one) => total + one, 0);
  const count = kept.filter(Boolean).length;
  return inverse.map((one, k) => (kept[k] ? (1 - TOWARDS_EQUAL) * (one / sum) + TOWARDS_EQUAL / count : 0));
}
