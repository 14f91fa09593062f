import type { Prior } from './least-squares-evidence.ts';

/**
 * What each group of columns promises before any of its coefficients is found: the derivative of the log marginal likelihood
 * with respect to the group's strength, at a strength of zero, in units of what chance makes of it. For columns x with weights
 * w, residuals r of the columns already fitted, and their variance σ²: Σ w ((x′r)² ÷ σ² − x′x) ÷ √(2 Σ w² (x′x)²). Below zero the
 * likelihood falls as the group comes in (Tipping & Faul 2003, "Fast marginal likelihood maximisation for sparse Bayesian
 * models", summed over a group); columns that mean nothing have a mean of 0 and a deviation of 1. x′x is taken whole, as
 * if nothing of x were in the columns fitted, which makes promises a little smaller.
 *
 * @param rows `used` rows of `width`, the columns of the prior first
 * @param first of the columns that have not been fitted
 * @param residuals one a row
 * @returns a score a group; NaN for groups without such a column
 */
export function groupScores(
  rows: Float64Array,
  used: number,
  width: number,
  { groups, weights, count }: Prior,
  first: number,
  residuals: Float64Array,
): Float64Array {
  const last = groups.length;
  const products = new Float64Array(last);
  const squares = new Float64Array(last);
  let variance = 0;
  for (let t = 0, row = 0; t < used; t++, row += width) {
    const residual = residuals[t];
    variance += (residual * residual) / used;
    for (let j = first; j < last; j++) {
      const value = rows[row + j];
      products[j] += value * residual;
      squares[j] += value * value;
    }
  }
  const slopes = new Float64Array(count);
  const chances = new Float64Array(count);
  for (let j = first; j < last; j++) {
    const group = groups[j];
    slopes[group] += weights[j] * (products[j] ** 2 / variance - squares[j]);
    chances[group] += 2 * (weights[j] * squares[j]) ** 2;
  }
  return slopes.map((slope, g) => slope / Math.sqrt(chances[g]));
}
