import type { FitFailure, FittedModel, Model, SeriesInput } from '../../contract.ts';
import { additivePass, additiveStart } from '../../kernels/ets/additive-seasonal.ts';
import { type EtsFit, evaluateEts } from '../../kernels/ets/fit.ts';
import { type EtsConstants, LEAST_CONSTANT, LEAST_PHI, MOST_PHI } from '../../kernels/ets/form.ts';
import { EtsWorkspace } from '../../kernels/ets/workspace.ts';
import { nelderMead } from '../../kernels/search/nelder-mead.ts';
import { type FittedEts, fittedEts } from './fitted-ets.ts';

/** Two seasons show a season, and a few values more leave something to judge it by. */
const SPARE_OBSERVATIONS = 3;
/** Evaluations a free constant; after a warm start the search begins where it is likely to end. */
const COLD_EVALUATIONS = 30;
const WARM_EVALUATIONS = 12;

interface Variant {
  readonly point: Float64Array;
  readonly fit: EtsFit;
}

/** What a fit leaves for a later one: where the search of each variant ended. */
interface FittedHoltWinters extends FittedEts {
  readonly points: readonly (Float64Array | undefined)[];
}

/**
 * Holt–Winters with additive season, with and without a damped trend, the better by AICc: ETS(A,N,A) and ETS(A,Ad,A)
 * (Hyndman et al. 2008, tables 2.1–2.2; Gardner & McKenzie 1985 for the damping). Constants by least squares on one-step
 * errors with Nelder–Mead; initial states from the first seasons. Without a season (season = 1) Holt's damped trend.
 */
export const holtWinters: Model = {
  name: 'holt-winters',
  fit(series: SeriesInput, warmStart?: FittedModel): FittedModel | FitFailure {
    const { values, season } = series;
    const space = new EtsWorkspace(values);
    const { observed } = space;
    if (observed === 0) return { cause: 'no-observations' };
    if (observed < 2 * season + SPARE_OBSERVATIONS || values.length < 2 * season)
      return { cause: 'history-too-short' };
    const points = (warmStart as FittedHoltWinters | undefined)?.points;
    const damped = fitVariant(space, season, true, points?.[1]);
    const level = season > 1 ? fitVariant(space, season, false, points?.[0]) : undefined;
    const { fit } = level !== undefined && !(damped.fit.aicc < level.fit.aicc) ? level : damped;
    if (!Number.isFinite(fit.squaredError)) return { cause: 'not-finite' };
    const fitted: FittedHoltWinters = {
      ...fittedEts('holt-winters', fit, series),
      points: [level?.point, damped.point],
    };
    return fitted;
  },
};

function fitVariant(
  space: EtsWorkspace,
  season: number,
  trended: boolean,
  warm: Float64Array | undefined,
): Variant {
  const { values } = space;
  const start = additiveStart(values, season, trended);
  const state = new Float64Array(start.length);
  const constants: EtsConstants = { alpha: 0, beta: 0, gamma: 0, phi: 1 };
  const squaredErrorAt = (point: Float64Array): number => {
    constantsAt(point, season, trended, constants);
    state.set(start);
    return additivePass(values, 0, values.length, season, constants, state);
  };
  const point = nelderMead(squaredErrorAt, warm ?? startingPoint(season, trended), {
    step: warm ? 0.3 : 1,
    evaluations: (warm ? WARM_EVALUATIONS : COLD_EVALUATIONS) * (trended ? 4 : 2),
    tolerance: 1e-5,
  });
  constantsAt(point, season, trended, constants);
  const form = { error: 'A', trend: trended ? 'Ad' : 'N', season: season > 1 ? 'A' : 'N' } as const;
  return { point, fit: evaluateEts(form, season, space, { constants, initial: start }) };
}

/** Slow smoothing, as retail needs most often: α 0.1, γ and β small, φ 0.9. On the logistic scale. */
function startingPoint(season: number, trended: boolean): Float64Array {
  return Float64Array.of(-2, ...(season > 1 ? [-3] : []), ...(trended ? [-2.5, 0] : []));
}

/** Logistic map from the plane onto the constants' ranges: γ ≤ 1 − α and β ≤ α hold by construction. */
function constantsAt(point: Float64Array, season: number, trended: boolean, into: EtsConstants): void {
  const seasonal = season > 1 ? 1 : 0;
  into.alpha = LEAST_CONSTANT + (1 - 2 * LEAST_CONSTANT) * logistic(point[0]);
  into.gamma = seasonal ? (1 - into.alpha) * logistic(point[1]) : 0;
  into.beta = trended ? into.alpha * logistic(point[1 + seasonal]) : 0;
  into.phi = trended ? LEAST_PHI + (MOST_PHI - LEAST_PHI) * logistic(point[2 + seasonal]) : 1;
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
