import { cesProblem } from '../../kernels/ces/problem.ts';
import { boxNewton } from '../../kernels/search/box-newton.ts';
import { type CesKind, constantNames, formOf, parameterCount } from './ces-kinds.ts';
import { guessedStart } from './ces-start.ts';
import type { CesSolution } from './fitted-ces.ts';

/** Of AICc: a twentieth decides nothing. */
const TOLERANCE = 0.05;
/** Newton steps; most searches take fewer than ten. */
const ITERATIONS = 50;
/** A kind is given up where ten times what a step promises would not bring it to the best kind's AICc. */
const OPTIMISM = 10;

/** What is known before a kind is solved: the constants that other kinds, or an earlier fit, ended at. */
export type CesPoints = Partial<Record<CesKind, Float64Array>>;

/** Below so many values likelihoods have several hills, and a second search costs little. */
const FEW_VALUES = 500;

/** Where statsforecast's search begins, and the authors' own program's before it. */
const USUAL: Readonly<Record<CesKind, readonly number[]>> = {
  none: [1.3, 1],
  simple: [1.3, 1],
  partial: [1.3, 1, 0.1],
  full: [1.3, 1, 1.3, 1],
};

/**
 * Near what a simpler kind found, with potentials that go with the level (α₁ and β₁ close to 1), which is where long series
 * of sales have been found to end.
 */
function nearSimpler(kind: CesKind, { none, partial }: CesPoints): readonly number[] {
  const [real, imaginary] = none ?? [1.1, 0.99];
  if (kind === 'partial') return [real, 0.98 * imaginary, 0.03];
  if (kind !== 'full') return [1.1, 0.99];
  return partial ? [partial[0], partial[1], 1 + partial[2], 1.001] : [real, 0.98 * imaginary, 1.03, 1.001];
}

/**
 * The constants of a kind with the greatest likelihood, or less where it has no chance to come below an AICc of `beat`.
 * Nothing where no number comes out.
 */
export function solveCes(
  kind: CesKind,
  values: Float64Array,
  seasonLength: number,
  observed: number,
  points: CesPoints,
  beat: number,
): CesSolution | undefined {
  const form = formOf(kind);
  const season = kind === 'none' ? 1 : seasonLength;
  const count = parameterCount(kind);
  // −2 log likelihood less what the search makes small, and what AICc adds (Hurvich & Tsai 1989).
  const offset = observed * (Math.log((2 * Math.PI) / observed) + 1);
  const penalty = 2 * count + (2 * count * (count + 1)) / (observed - count - 1);
  const problem = cesProblem(form, values, season, observed, guessedStart(form, values, season));
  const limits = {
    iterations: ITERATIONS,
    tolerance: TOLERANCE,
    optimism: OPTIMISM,
    beat: beat - penalty - offset,
  };
  let constants = new Float64Array();
  let least = Number.POSITIVE_INFINITY;
  const searchFrom = (first: ArrayLike<number>): void => {
    const point = Float64Array.from(first);
    const value = boxNewton(problem, point, limits);
    if (!(value < least)) return;
    least = value;
    constants = point;
  };
  const earlier = points[kind];
  if (earlier) searchFrom(earlier);
  // What an earlier fit ended at may grow too fast for a longer history: then the search begins as if there were none.
  if (!Number.isFinite(least)) {
    searchFrom(nearSimpler(kind, points));
    if (observed < FEW_VALUES) searchFrom(USUAL[kind]);
  }
  if (!Number.isFinite(least)) return undefined;
  // Once more, because the search may have ended on a step that it did not take.
  const twice = problem.evaluate(constants) + offset;
  const parameters: Record<string, number> = { season };
  for (let i = 0; i < constants.length; i++) parameters[constantNames[kind][i]] = constants[i];
  return {
    kind,
    ces: { form, season, constants },
    start: problem.start(),
    variance: problem.squaredError() / (observed - count),
    parameters,
    likelihood: { logLikelihood: -twice / 2, parameterCount: count, aicc: twice + penalty },
  };
}
