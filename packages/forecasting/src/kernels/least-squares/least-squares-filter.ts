/**
 * Innovations of series and of the columns that explain them. In a linear innovations model at given smoothing constants
 * the innovations of y − Xβ are those of y less those of X times β, so one pass through all columns reduces a regression
 * with smoothed errors to least squares (Hyndman et al. 2008, 9.1 and ch. 5; Harvey 1989, 3.4.2).
 */

/**
 * Errors that are a level, a season and a deviation that fades: ETS(A,N,A) with an AR(1) deviation, all moved by one
 * innovation e, as in BATS (De Livera, Hyndman & Snyder 2011, JASA 106, eqs 3–5) with the level moved by e itself:
 * level ← level + α e, season(phase) ← season(phase) + γ e, fading ← keep × fading + passing × e.
 */
export interface ErrorConstants {
  readonly alpha: number;
  /** 0: the season stays as it began. */
  readonly gamma: number;
  /** 0: nothing fades, and the errors are ETS(A,N,A)'s. */
  readonly passing: number;
  readonly keep: number;
}

/** What columns have reached: each one's level, fading deviation and season by phase, and the phase that comes next. */
export interface ColumnStates {
  readonly level: Float64Array;
  readonly fading: Float64Array;
  /** Season × width. */
  readonly seasons: Float64Array;
  phase: number;
}

/** States of zero, where columns begin. */
export function columnStates(width: number, season: number): ColumnStates {
  return {
    level: new Float64Array(width),
    fading: new Float64Array(width),
    seasons: new Float64Array(width * season),
    phase: 0,
  };
}

/**
 * Replaces each column by its innovations and drops the periods that were not observed, in which
 * states go on and nothing is learnt. Initial states are columns of the design: a constant, and a dummy a phase.
 *
 * @param rows periods × width, row-major
 * @param observed periods long; 0 = not observed
 * @param into room for all rows; those observed come first
 * @param states where the columns are before the first of the rows, zero by default, and after the last one
 * @returns the number of rows observed
 */
export function filterColumns(
  rows: Float64Array,
  width: number,
  observed: Uint8Array,
  season: number,
  { alpha, gamma, passing, keep }: ErrorConstants,
  into: Float64Array,
  states: ColumnStates = columnStates(width, season),
): number {
  const { level, fading, seasons } = states;
  let at = 0;
  let phase = states.phase;
  for (let t = 0; t < observed.length; t++) {
    if (observed[t]) {
      const row = t * width;
      if (gamma > 0) {
        const own = phase * width;
        for (let j = 0; j < width; j++) {
          const faded = keep * fading[j];
          const error = rows[row + j] - level[j] - faded - seasons[own + j];
          into[at + j] = error;
          level[j] += alpha * error;
          fading[j] = faded + passing * error;
          seasons[own + j] += gamma * error;
        }
      } else {
        for (let j = 0; j < width; j++) {
          const faded = keep * fading[j];
          const error = rows[row + j] - level[j] - faded;
          into[at + j] = error;
          level[j] += alpha * error;
          fading[j] = faded + passing * error;
        }
      }
      at += width;
    } else for (let j = 0; j < width; j++) fading[j] *= keep;
    if (++phase === season) phase = 0;
  }
  states.phase = phase;
  return at / width;
}

/** States of `smoothErrors` for a season: level, fading deviation, season by phase. All are zero where a series begins. */
export function errorStates(season: number): Float64Array {
  return new Float64Array(2 + season);
}

/**
 * Smooths errors[from, to), NaN where nothing was observed, changing `state`; returns the sum of squared innovations.
 * `innovations`, where given, takes each at its period.
 */
export function smoothErrors(
  errors: Float64Array,
  from: number,
  to: number,
  { alpha, gamma, passing, keep }: ErrorConstants,
  state: Float64Array,
  innovations?: Float64Array,
): number {
  const end = state.length;
  let level = state[0];
  let fading = state[1];
  let phase = 2 + (from % (end - 2));
  let squares = 0;
  for (let t = from; t < to; t++) {
    fading *= keep;
    const value = errors[t];
    if (!Number.isNaN(value)) {
      const innovation = value - level - fading - state[phase];
      squares += innovation * innovation;
      level += alpha * innovation;
      fading += passing * innovation;
      state[phase] += gamma * innovation;
      if (innovations) innovations[t] = innovation;
    }
    if (++phase === end) phase = 2;
  }
  state[0] = level;
  state[1] = fading;
  return squares;
}
