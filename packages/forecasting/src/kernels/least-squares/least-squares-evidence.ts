import { factorise, inverseDiagonal, solveFactored } from './least-squares.ts';

/** Which coefficients share a prior: coefficient j is N(0, σ² × strengths[group(j)] × weight(j)) before the data. */
export interface Prior {
  /** Group of each coefficient. */
  readonly groups: Uint8Array;
  /** Of each coefficient, relative to its group. */
  readonly weights: Float64Array;
  /** How many groups there are. */
  readonly count: number;
  /** The strength of this group is given and stays; the other groups' are found. */
  readonly fixed: number;
}

/** Least squares with priors whose strengths the data chose. */
export interface Shrunk {
  readonly coefficients: Float64Array;
  /** By group: variance of a coefficient of weight 1 before the data ÷ variance of an error. */
  readonly strengths: Float64Array;
  /** Effective number of coefficients by group: how much of each the data decided (MacKay's γ). */
  readonly freedom: Float64Array;
  /** Sum of squared errors and penalties. */
  readonly squares: number;
  /** −2 log of the marginal likelihood, its variance at its best, without the constant n (1 + log 2π). */
  readonly criterion: number;
}

/** Strengths stay in here: below, a group is gone; above, it is least squares. */
const WEAKEST = 1e-7;
const STRONGEST = 1e7;
/** The fixed point is reached where no strength would move by more than this share: coefficients hardly feel it. */
const SETTLED = 0.05;

/**
 * Ridge regression by groups, each group's strength found by its marginal likelihood with MacKay's fixed point (1992,
 * Neural Computation 4, "Bayesian interpolation", eqs 2.17 and 4.10–4.12), the error's variance profiled out.
 *
 * `products` is (p + 1 or more) columns wide as `gram` leaves it: row `target` holds the target's products with the p
 * columns of the design, which come first, and its square in its own column. Undefined where the system has no solution.
 *
 * @param observations rows that went into the products
 * @param start strengths to begin with, one a group
 * @param steps fixed-point steps at most
 */
export function shrink(
  products: Float64Array,
  width: number,
  target: number,
  observations: number,
  { groups, weights, count, fixed }: Prior,
  start: Float64Array,
  steps: number,
): Shrunk | undefined {
  const size = groups.length;
  const system = new Float64Array(size * size);
  const scratch = new Float64Array(size * size);
  const diagonal = new Float64Array(size);
  const roots = new Float64Array(size);
  const solution = new Float64Array(size);
  const strengths = start.slice();
  const freedom = new Float64Array(count);
  const lengths = new Float64Array(count);
  const moved = new Float64Array(count);
  const moments = products.subarray(target * width, target * width + size);
  const total = products[target * width + target];
  for (let step = 1; ; step++) {
    // In units of its prior's deviation each coefficient has the system I + Λ^½ G Λ^½, which is never worse than I.
    for (let i = 0; i < size; i++) roots[i] = Math.sqrt(strengths[groups[i]] * weights[i]);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < i; j++) system[i * size + j] = roots[i] * roots[j] * products[i * width + j];
      system[i * size + i] = 1 + roots[i] * roots[i] * products[i * width + i];
      solution[i] = roots[i] * moments[i];
    }
    const logDeterminant = factorise(system, size);
    if (!Number.isFinite(logDeterminant)) return undefined;
    solveFactored(system, size, solution);
    let squares = total;
    for (let i = 0; i < size; i++) squares -= roots[i] * moments[i] * solution[i];
    // A perfect fit leaves rounding only.
    squares = Math.max(squares, 1e-12 * total, Number.MIN_VALUE);
    inverseDiagonal(system, size, scratch, diagonal);
    freedom.fill(0);
    lengths.fill(0);
    for (let i = 0; i < size; i++) {
      freedom[groups[i]] += 1 - diagonal[i];
      lengths[groups[i]] += solution[i] * solution[i];
    }
    const variance = squares / observations;
    let change = 0;
    for (let g = 0; g < count; g++) {
      moved[g] = strengths[g];
      if (g === fixed || !(freedom[g] > 0)) continue;
      moved[g] *= lengths[g] / (variance * freedom[g]);
      moved[g] = Math.min(STRONGEST, Math.max(WEAKEST, moved[g]));
      change = Math.max(change, Math.abs(Math.log(moved[g] / strengths[g])));
    }
    if (change > SETTLED && step < steps) {
      strengths.set(moved);
      continue;
    }
    const coefficients = solution.map((value, i) => value * roots[i]);
    const criterion = observations * Math.log(variance) + logDeterminant;
    return { coefficients, strengths, freedom, squares, criterion };
  }
}
