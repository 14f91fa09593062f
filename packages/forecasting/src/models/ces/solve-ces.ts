import { boxNewton } from '../../kernels/box-newton.ts';
import type { CesForm } from '../../kernels/ces.ts';
import { cesProblem } from '../../kernels/ces-problem.ts';
import { guessedStart } from './ces-start.ts';
import type { CesSolution } from './fitted-ces.ts';

/** The kinds of season of Svetunkov, Kourentzes & Ord 2022: none; each phase by itself; a real season; a complex one. */
export const cesKinds = ['none', 'simple', 'partial', 'full'] as const;
export type CesKind = (typeof cesKinds)[number];

/** Where the search begins, as in the authors' program: α₀, α₁, then β. */
const FIRST: Readonly<Record<CesForm, readonly number[]>> = {
  plain: [1.3, 1],
  partial: [1.3, 1, 0.1],
  full: [1.3, 1, 1.3, 1],
};
/** Of AICc: a hundredth decides nothing. */
const LIMITS = { iterations: 50, tolerance: 1e-2 };

function formOf(kind: CesKind): CesForm {
  return kind === 'partial' || kind === 'full' ? kind : 'plain';
}

/** Constants and the variance; states found by backcasting are not counted, as in the authors' program. */
function parameterCount(kind: CesKind): number {
  return FIRST[formOf(kind)].length + 1;
}

/** Whether a history can carry this kind: two seasons to see one, and more values than AICc's correction takes. */
export function fitsKind(kind: CesKind, length: number, season: number, observed: number): boolean {
  if (kind !== 'none' && (season === 1 || length < 2 * season)) return false;
  return observed > parameterCount(kind) + 1;
}

/** The constants with the greatest likelihood; nothing where no number comes out. */
export function solveCes(
  kind: CesKind,
  values: Float64Array,
  seasonLength: number,
  observed: number,
): CesSolution | undefined {
  const form = formOf(kind);
  const season = kind === 'none' ? 1 : seasonLength;
  const problem = cesProblem(form, values, season, observed, guessedStart(form, values, season));
  const constants = Float64Array.from(FIRST[form]);
  boxNewton(problem, constants, LIMITS);
  // The search may have ended on a step that it did not take.
  const twice = problem.evaluate(constants) + observed * (Math.log((2 * Math.PI) / observed) + 1);
  if (!Number.isFinite(twice)) return undefined;
  const count = parameterCount(kind);
  const aicc = twice + 2 * count + (2 * count * (count + 1)) / (observed - count - 1);
  const names = ['alphaReal', 'alphaImaginary', form === 'full' ? 'betaReal' : 'beta', 'betaImaginary'];
  const parameters: Record<string, number> = { kind: cesKinds.indexOf(kind) };
  for (let i = 0; i < constants.length; i++) parameters[names[i]] = constants[i];
  return {
    ces: { form, season, constants },
    start: problem.start(),
    variance: problem.squaredError() / (observed - count),
    parameters,
    likelihood: { logLikelihood: -twice / 2, parameterCount: count, aicc },
  };
}
