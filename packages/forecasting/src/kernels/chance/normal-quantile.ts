/** Coefficients of P. J. Acklam's rational approximation (2003): relative error below 1.2e-9 everywhere. */
const CENTRE_ABOVE = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const CENTRE_BELOW = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
];
const TAIL_ABOVE = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BELOW = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
/** Below it, and above its mirror image, the tail's formula is the more exact one. */
const TAIL = 0.02425;

/** Quantile of the standard normal distribution; `level` between 0 and 1, both excluded. */
export function normalQuantile(level: number): number {
  const smaller = Math.min(level, 1 - level);
  let lower: number;
  if (smaller < TAIL) {
    const far = Math.sqrt(-2 * Math.log(smaller));
    lower = polynomial(TAIL_ABOVE, far) / polynomial(TAIL_BELOW, far);
  } else {
    const off = smaller - 0.5;
    lower = (polynomial(CENTRE_ABOVE, off * off) * off) / polynomial(CENTRE_BELOW, off * off);
  }
  return level > 0.5 ? -lower : lower;
}

function polynomial(coefficients: readonly number[], at: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * at + coefficient;
  return value;
}
