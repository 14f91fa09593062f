/**
 * Complex exponential smoothing (Svetunkov, Kourentzes & Ord 2022, Naval Research Logistics 69) in the form with one source of
 * error: a level l and a potential c that goes with it,
 *
 *   l ← l − (1 − α₁) c + (α₀ − α₁) e      c ← l + (1 − α₀) c + (α₀ + α₁) e.
 *
 * Three recursions. `plain`: y = l + e, each phase of the season by itself (one phase: no season). `partial`: y = l + s + e
 * with s ← s + β e by phase. `full`: y = l + s + e, where the season s and its potential, by phase, go as level and potential
 * do, with β for α.
 */
export type CesForm = 'plain' | 'partial' | 'full';

/** Which recursion, for how many phases, with which constants: α₀, α₁, then β, or β₀, β₁. */
export interface Ces {
  readonly form: CesForm;
  readonly season: number;
  readonly constants: Float64Array;
}

/**
 * States: the level and the potential that all phases share (none in `plain`), and then by phase (t mod season) level and
 * potential in `plain`, season in `partial`, season and potential in `full`.
 */
export function cesStateSize(form: CesForm, season: number): number {
  return shared(form) + own(form) * season;
}

function shared(form: CesForm): number {
  return form === 'plain' ? 0 : 2;
}

function own(form: CesForm): number {
  return form === 'partial' ? 1 : 2;
}

/** Mean of the next value, of this phase. */
export function cesMean({ form }: Ces, state: Float64Array, phase: number): number {
  const mine = state[shared(form) + phase * own(form)];
  return form === 'plain' ? mine : state[0] + mine;
}

/** Takes in the error of the next value, of this phase; 0 where it was not observed: states go on, nothing is learnt. */
export function cesStep({ form, constants }: Ces, state: Float64Array, phase: number, error: number): void {
  const at = shared(form) + phase * own(form);
  if (form === 'plain') {
    turn(state, at, constants[0], constants[1], error);
    return;
  }
  turn(state, 0, constants[0], constants[1], error);
  if (form === 'full') turn(state, at, constants[2], constants[3], error);
  else state[at] += constants[2] * error;
}

function turn(state: Float64Array, at: number, real: number, imaginary: number, error: number): void {
  const level = state[at];
  const potential = state[at + 1];
  state[at] = level - (1 - imaginary) * potential + (real - imaginary) * error;
  state[at + 1] = level + (1 - real) * potential + (real + imaginary) * error;
}

/** Takes values[from, to) in. */
export function cesPass(ces: Ces, state: Float64Array, values: Float64Array, from: number, to: number): void {
  for (let t = from, phase = from % ces.season; t < to; t++) {
    const error = values[t] - cesMean(ces, state, phase);
    cesStep(ces, state, phase, Number.isNaN(error) ? 0 : error);
    if (++phase === ces.season) phase = 0;
  }
}

/** Means of the `horizon` periods from `origin` on into rows[at …]. Uses the state up. */
export function cesAhead(
  ces: Ces,
  state: Float64Array,
  origin: number,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  for (let h = 0; h < horizon; h++) {
    const phase = (origin + h) % ces.season;
    rows[at + h] = cesMean(ces, state, phase);
    cesStep(ces, state, phase, 0);
  }
}
