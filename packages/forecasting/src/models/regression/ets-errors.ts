import {
  columnStates,
  type ErrorConstants,
  errorStates,
  filterColumns,
  smoothErrors,
} from '../../kernels/least-squares/least-squares-filter.ts';
import { nelderMead } from '../../kernels/search/nelder-mead.ts';
import type { ErrorFamily, ErrorProcess } from './error-process.ts';

/** Slow level and season, and a deviation of a few periods: where retail's errors mostly are. */
const USUAL: ErrorConstants = { alpha: 0.05, gamma: 0.01, passing: 0.2, keep: 0.7 };
/** A season that moves needs this many seasons to be told from one that stays. */
const SEASONS_TO_MOVE = 4;
/** Evaluations of a search: one costs a pass through the errors, far less than the columns do. */
const EVALUATIONS = 90;
/** Constants stay off 0 and 1, where a search would run for ever along a flat edge. */
const EDGE = 0.0001;

export interface EtsErrors extends ErrorProcess {
  readonly constants: Readonly<Record<string, number>> & ErrorConstants;
}

/** Errors with a level, a season and a deviation that fades: see `ErrorConstants`. */
export const etsErrors: ErrorFamily = {
  first(season, periods) {
    const moves = season > 1 && periods >= SEASONS_TO_MOVE * season;
    return etsProcess({ ...USUAL, gamma: moves ? USUAL.gamma : 0 }, season);
  },
  search(errors, season, from) {
    const start = (from as EtsErrors).constants;
    const seasonal = start.gamma > 0;
    const state = errorStates(season);
    const squares = (point: Float64Array): number => {
      state.fill(0);
      return smoothErrors(errors, 0, errors.length, constantsAt(point, seasonal), state);
    };
    const point = nelderMead(squares, pointOf(start, seasonal), {
      step: 0.7,
      evaluations: EVALUATIONS,
      tolerance: 1e-6,
    });
    return etsProcess(constantsAt(point, seasonal), season);
  },
};

/** Errors at these constants. */
export function etsProcess(constants: ErrorConstants, season: number): EtsErrors {
  return {
    constants: { ...constants },
    filter: (rows, width, observed, into, states) =>
      filterColumns(rows, width, observed, season, constants, into, states),
    columnStates: (width) => columnStates(width, season),
    innovations(errors) {
      const innovations = new Float64Array(errors.length).fill(Number.NaN);
      smoothErrors(errors, 0, errors.length, constants, errorStates(season), innovations);
      return innovations;
    },
    forecast(errors, origins, horizon) {
      const rows = new Float64Array(origins.length * horizon);
      const state = errorStates(season);
      let reached = 0;
      for (let r = 0; r < origins.length; r++) {
        smoothErrors(errors, reached, origins[r], constants, state);
        reached = origins[r];
        let fading = state[1];
        for (let h = 0; h < horizon; h++) {
          fading *= constants.keep;
          rows[r * horizon + h] = state[0] + fading + state[2 + ((reached + h) % season)];
        }
      }
      return rows;
    },
    echoes(horizon) {
      const { alpha, gamma, passing, keep } = constants;
      return Float64Array.from(
        { length: Math.max(0, horizon - 1) },
        (_, i) => alpha + passing * keep ** (i + 1) + ((i + 1) % season === 0 ? gamma : 0),
      );
    },
  };
}

/** Logistic map from the plane onto the constants' ranges; α, γ and `passing` together stay below 1. */
function constantsAt(point: Float64Array, seasonal: boolean): ErrorConstants {
  const alpha = logistic(point[0]);
  const passing = (1 - alpha) * logistic(point[1]);
  const keep = logistic(point[2]);
  const gamma = seasonal ? (1 - alpha - passing) * logistic(point[3]) : 0;
  return { alpha, gamma, passing, keep };
}

function pointOf({ alpha, gamma, passing, keep }: ErrorConstants, seasonal: boolean): Float64Array {
  const point = [logit(alpha), logit(passing / (1 - alpha)), logit(keep)];
  if (seasonal) point.push(logit(gamma / (1 - alpha - passing)));
  return Float64Array.from(point);
}

function logistic(x: number): number {
  return EDGE + (1 - 2 * EDGE) / (1 + Math.exp(-x));
}

function logit(share: number): number {
  const inside = Math.min(1 - EDGE, Math.max(EDGE, (share - EDGE) / (1 - 2 * EDGE)));
  return Math.log(inside / (1 - inside));
}
