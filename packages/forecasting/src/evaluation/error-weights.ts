/**
 * Weights of forecasts by their losses: inverse to the squared loss, as for errors that are nearly independent and known
 * with little certainty (Timmermann 2006, section 3), and drawn a third of the way to equal weights, because each loss is
 * itself an estimate from a few windows. The two constants come from windows before those that are reported.
 *
 * @param losses mean squared errors, or the like; 0 or more
 * @returns weights that add up to 1
 */
export function errorWeights(losses: readonly number[]): number[] {
  const most = Math.max(...losses);
  if (!(most > 0)) return losses.map(() => 1 / losses.length);
  const inverse = losses.map((loss) => Math.max(loss / most, LEAST_LOSS) ** -POWER);
  const sum = inverse.reduce((total, one) => total + one, 0);
  return inverse.map((one) => (1 - TOWARDS_EQUAL) * (one / sum) + TOWARDS_EQUAL / losses.length);
}

const POWER = 2;
const TOWARDS_EQUAL = 0.3;
/** A loss below this share of the largest counts as this: a perfect forecast of the past gets much weight, not infinite. */
const LEAST_LOSS = 1e-6;
