import { emptyLine, extendLine, interceptOf, type RunningLine, slopeOf } from './line.ts';

/** Constants of a Theta model in state-space form. */
export interface ThetaConstants {
  readonly alpha: number;
  /** 1 − 1/θ, from 0 (smoothing alone) to 1 (the line, and smoothing of what it leaves). */
  readonly lineWeight: number;
  readonly initialLevel: number;
  /** The line of the history, where it does not go on with the values. */
  readonly line?: { readonly intercept: number; readonly slope: number };
}

/** Where a Theta model has come to. */
export interface ThetaState {
  level: number;
  /** (1 − α)^(values observed): what is left of the start. */
  weight: number;
  /** Periods from the smoothed time to the next one: (1 − (1 − α)^t)/α where nothing was missed. */
  gap: number;
  /** Periods from the first observed value to the next one, 1 for the first. */
  time: number;
  /** Of the values so far. */
  line: RunningLine;
}

export function thetaStart(initialLevel: number): ThetaState {
  return { level: initialLevel, weight: 1, gap: 1, time: 1, line: emptyLine() };
}

export function copyOf(state: ThetaState): ThetaState {
  return { ...state, line: { ...state.line } };
}

/** Mean of the next period (Fiorucci et al. 2016, eq. 10); before any value, the initial level. */
export function thetaMean(state: ThetaState, { lineWeight, line }: ThetaConstants): number {
  if (state.line.count === 0) return state.level;
  const intercept = line ? line.intercept : interceptOf(state.line);
  const slope = line ? line.slope : slopeOf(state.line);
  return state.level + lineWeight * (intercept * state.weight + slope * state.gap);
}

/** Takes in the next period's value (ibid., eqs. 11–15); nothing is learnt from one not observed, and the line goes on. */
export function thetaStep(state: ThetaState, value: number, alpha: number): void {
  if (Number.isNaN(value)) {
    if (state.line.count === 0) return;
    state.gap++;
  } else {
    extendLine(state.line, state.time, value);
    state.level += alpha * (value - state.level);
    state.weight *= 1 - alpha;
    state.gap = 1 + (1 - alpha) * state.gap;
  }
  state.time++;
}

/** Means of the periods ahead into rows[at …]: each taken in as if it had come (ibid., 3.3). Uses the state up. */
export function thetaAhead(
  state: ThetaState,
  constants: ThetaConstants,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  for (let h = 0; h < horizon; h++) {
    rows[at + h] = thetaMean(state, constants);
    thetaStep(state, rows[at + h], constants.alpha);
  }
}
