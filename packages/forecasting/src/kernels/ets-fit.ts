import { boxNewton, type NewtonLimits } from './box-newton.ts';
import { aiccPenalty, type EtsConstants, type EtsForm, parameterCount } from './ets-form.ts';
import { EtsProblem, type EtsWorkspace } from './ets-problem.ts';

/** Where a search ended, or where one may begin. */
export interface EtsPoint {
  readonly constants: EtsConstants;
  /** [level, trend, seasons by phase]; one phase of 0 where there is no season. */
  readonly initial: Float64Array;
}

/** A form with everything free at its likeliest. */
export interface EtsFit extends EtsPoint {
  readonly form: EtsForm;
  readonly season: number;
  /** −2 log L, without constants that all forms share. */
  readonly deviance: number;
  readonly aicc: number;
  readonly parameterCount: number;
  /** Sum of squared errors; of relative ones where errors are proportional. */
  readonly squaredError: number;
  /** Values that it was fitted to. */
  readonly observed: number;
  /** Nothing but rounding is left: then there is no likelihood to speak of. */
  readonly perfect: boolean;
  /** States after the last value. */
  readonly end: Float64Array;
}

/** Steps that a search may take; most need eight. */
const ITERATIONS = 60;
/** AICc is read to a tenth at best; a search that could gain less has arrived. */
const TOLERANCE = 1e-3;

/**
 * Fits a form from the most promising of some points: one run through the values each, then the search. Undefined where
 * none of them is allowed (a proportional error with a forecast that is not positive).
 */
export function fitEts(
  form: EtsForm,
  season: number,
  space: EtsWorkspace,
  from: Iterable<EtsPoint>,
  limits: Partial<NewtonLimits> = {},
): EtsFit | undefined {
  const problem = new EtsProblem(form, season, space);
  let best: EtsPoint | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of from) {
    const deviance = problem.evaluate(problem.pointOf(candidate.constants, candidate.initial));
    if (!(deviance < least)) continue;
    least = deviance;
    best = candidate;
  }
  if (best === undefined) return undefined;
  const point = problem.pointOf(best.constants, best.initial);
  boxNewton(problem, point, { iterations: ITERATIONS, tolerance: TOLERANCE, ...limits });
  const deviance = problem.evaluate(point);
  return fitAt(problem, space, deviance);
}

/** A form at given constants and initial states: no search. */
export function evaluateEts(form: EtsForm, season: number, space: EtsWorkspace, at: EtsPoint): EtsFit {
  const problem = new EtsProblem(form, season, space);
  return fitAt(problem, space, problem.evaluateAt(at.constants, at.initial));
}

/** What the problem evaluated last, as a fit. */
function fitAt(problem: EtsProblem, space: EtsWorkspace, deviance: number): EtsFit {
  const { form, season, squaredError } = problem;
  const count = parameterCount(form, season);
  const initial = problem.initial.slice();
  const end = problem.state.slice();
  centreSeasons(form, season, initial);
  return {
    form,
    season,
    constants: { ...problem.constants },
    initial,
    end,
    deviance,
    aicc: deviance + aiccPenalty(count, space.observed),
    parameterCount: count,
    squaredError,
    observed: space.observed,
    perfect: problem.isPerfect(),
  };
}

/** Moves the seasons' mean into the level (and what multiplies, into the trend too): forecasts stay what they were. */
function centreSeasons({ season: kind }: EtsForm, season: number, state: Float64Array): void {
  if (kind === 'N') return;
  let mean = 0;
  for (let j = 0; j < season; j++) mean += state[2 + j] / season;
  if (kind === 'A') {
    state[0] += mean;
    for (let j = 0; j < season; j++) state[2 + j] -= mean;
  } else {
    state[0] *= mean;
    state[1] *= mean;
    for (let j = 0; j < season; j++) state[2 + j] /= mean;
  }
}
