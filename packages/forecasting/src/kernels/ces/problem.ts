import type { BoxProblem } from '../search/box-newton.ts';
import type { CesForm } from './ces.ts';
import { cesPasses } from './passes.ts';

/**
 * Least and largest α₀, α₁, then β, or β₀, β₁: statsforecast's, and the authors' own program's before it, but for the least
 * β₀. A season that takes up less than a hundredth of an error may in effect be fixed for good; `partial` can't do that, and
 * `full`, whose season takes up β₀ − 1 where β₁ is 1, forecasts sales better where it can't either.
 */
const RANGES: Readonly<Record<CesForm, readonly (readonly [number, number])[]>> = {
  plain: [
    [0.01, 1.8],
    [0.01, 1.9],
  ],
  partial: [
    [0.01, 1.8],
    [0.01, 1.9],
    [0.01, 1.5],
  ],
  full: [
    [0.01, 1.8],
    [0.01, 1.9],
    [1.01, 1.5],
    [0.01, 1.5],
  ],
};
/** Growth a period that a forecast may go on with: sales that double within 24 periods don't do so for long … */
const MOST_GROWTH = 1.03;
/** … nor may it, over a time as long as the history, grow by more than this factor: what grew so has shown it. */
const MOST_GROWTH_OVER_HISTORY = 10;
/** A perfect fit's squared error, for the logarithm's sake, as a share of the values' own squares: rounding, squared. */
const NOTHING = 1e-30;

/** A form's sum of squared errors as a function of its constants. */
export interface CesProblem extends BoxProblem {
  /** Of the point evaluated last, as is the start. */
  readonly squaredError: () => number;
  /** The states before the first value, in the order of ces.ts. */
  readonly start: () => Float64Array;
}

/**
 * n log Σ e², which is −2 × the log likelihood but for a constant, and its derivatives. The start is not searched for: it is
 * where the recursion comes to, let run over the values and back again (backcasting, as in the authors' program), so that it
 * moves with the constants, and its derivatives are taken along.
 *
 * @param guess states that backcasting begins from, in the order of ces.ts.
 */
export function cesProblem(
  form: CesForm,
  values: Float64Array,
  season: number,
  observed: number,
  guess: Float64Array,
): CesProblem {
  const passes = cesPasses(form, values, season);
  const count = passes.constants;
  const state = new Float64Array(passes.states);
  const start = new Float64Array(passes.states);
  const sums = new Float64Array(passes.sums);
  const periodGrowth = Math.min(MOST_GROWTH, MOST_GROWTH_OVER_HISTORY ** (1 / values.length));
  const seasonGrowth = periodGrowth ** season;
  let squares = 0;
  for (let t = 0; t < values.length; t++) if (!Number.isNaN(values[t])) squares += values[t] * values[t];
  const least = Math.max(NOTHING * squares, Number.MIN_VALUE);
  return {
    lower: Float64Array.from(RANGES[form], ([least]) => least),
    upper: Float64Array.from(RANGES[form], ([, largest]) => largest),
    squaredError: () => sums[0],
    start: () => Float64Array.from(passes.plain, (at) => start[at]),
    evaluate(point) {
      // Each phase of `plain`, and of the season of `full`, moves once a season.
      const mostGrowth = form === 'plain' ? seasonGrowth : periodGrowth;
      if (!isSound(point[0], point[1], mostGrowth)) return Number.POSITIVE_INFINITY;
      if (form === 'full' && !isSound(point[2], point[3], seasonGrowth)) return Number.POSITIVE_INFINITY;
      state.fill(0);
      for (let i = 0; i < guess.length; i++) state[passes.plain[i]] = guess[i];
      passes.pass(point, values.length, 1, state, sums);
      passes.turn(point, state, sums);
      passes.pass(point, values.length, -1, state, sums);
      passes.turn(point, state, sums);
      start.set(state);
      sums.fill(0);
      passes.pass(point, values.length, 1, state, sums);
      return observed * Math.log(Math.max(sums[0], least));
    },
    derivatives(gradient, curvature) {
      const scale = sums[0] > least ? (2 * observed) / sums[0] : 0;
      for (let i = 0, at = 1 + count; i < count; i++) {
        gradient[i] = -scale * sums[1 + i];
        for (let j = 0; j <= i; j++, at++) {
          curvature[i * count + j] = scale * sums[at];
          curvature[j * count + i] = scale * sums[at];
        }
      }
    },
  };
}

/**
 * Whether level and potential forget where they began, which is the stability condition of Svetunkov et al. 2022, 3.3, and
 * go on without growing beyond measure. For the season of `full` both are held to by themselves.
 */
function isSound(real: number, imaginary: number, mostGrowth: number): boolean {
  const forgets =
    (real - 2.5) ** 2 + imaginary ** 2 > 1.25 &&
    (real - 0.5) ** 2 + (imaginary - 1) ** 2 > 0.25 &&
    (real - 1.5) ** 2 + (imaginary - 0.5) ** 2 < 1.5;
  // Eigenvalues of the step without error are the roots of λ² − (2 − α₀) λ + 2 − α₀ − α₁.
  const half = 1 - real / 2;
  const product = 2 - real - imaginary;
  const spread = half * half - product;
  const growth = spread < 0 ? Math.sqrt(product) : Math.abs(half) + Math.sqrt(spread);
  return forgets && growth <= mostGrowth;
}
