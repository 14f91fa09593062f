import { boxNewton, type NewtonLimits } from '../search/box-newton.ts';
import { aiccPenalty, type EtsConstants, type EtsForm, parameterCount } from './form.ts';
import { EtsProblem } from './problem.ts';
import type { EtsWorkspace } from './workspace.ts';

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

/** Values that one search may cost: where the history is short, several valleys are looked into. */
const VALUES_PER_SEARCH = 300;
const MOST_SEARCHES = 5;

/**
 * Fits a form from the most promising of some points: one run through the values each, then the search, from one point
 * where the history is long and from several where it is short; at least `searches`. Undefined where none of the points
 * is allowed (a proportional error with a forecast that is not positive).
 */
export function fitEts(
  form: EtsForm,
  season: number,
  space: EtsWorkspace,
  from: readonly EtsPoint[],
  limits: Partial<NewtonLimits> = {},
  searches = 1,
): EtsFit | undefined {
  const problem = new EtsProblem(form, season, space);
  const seeds = from
    .map((seed) => {
      const point = problem.pointOf(seed.constants, seed.initial);
      return { point, deviance: problem.evaluate(point) };
    })
    .filter(({ deviance }) => deviance < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.deviance - b.deviance);
  const affordable = Math.min(
    MOST_SEARCHES,
    Math.floor((VALUES_PER_SEARCH * MOST_SEARCHES) / space.values.length),
  );
  let best: (typeof seeds)[number] | undefined;
  for (const seed of seeds.slice(0, Math.max(searches, affordable))) {
    seed.deviance = boxNewton(problem, seed.point, {
      iterations: ITERATIONS,
      tolerance: TOLERANCE,
      ...limits,
    });
    if (best === undefined || seed.deviance < best.deviance) best = seed;
  }
  if (best === undefined) return undefined;
  return fitAt(problem, space, problem.evaluate(best.point));
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
  centreSeasons(form, season, initial, end);
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

/** Moves the initial seasons' mean into the level (and what multiplies, into the trend too): forecasts stay what they were. */
function centreSeasons(
  { season: kind }: EtsForm,
  season: number,
  initial: Float64Array,
  end: Float64Array,
): void {
  if (kind === 'N') return;
  let mean = 0;
  for (let j = 0; j < season; j++) mean += initial[2 + j] / season;
  for (const state of [initial, end]) {
    if (kind === 'A') state[0] += mean;
    else {
      state[0] *= mean;
      state[1] *= mean;
    }
    for (let j = 2; j < state.length; j++) state[j] = kind === 'A' ? state[j] - mean : state[j] / mean;
  }
}
