import type { CesForm } from './ces.ts';
import { FULL_STATES, FULL_SUMS, fullPass } from './full.ts';
import { PARTIAL_OWN, PARTIAL_SHARED, PARTIAL_SUMS, partialPass } from './partial.ts';
import { PLAIN_STATES, PLAIN_SUMS, plainPass } from './plain.ts';

/** What a search needs of one form: passes over all its states and their derivatives by the constants. */
export interface CesPasses {
  /** α₀, α₁, then β, or β₀, β₁. */
  readonly constants: number;
  /** Where the states without their derivatives lie, in the order of ces.ts, among how many. */
  readonly plain: Int32Array;
  readonly states: number;
  readonly sums: number;
  /** Takes in the first `count` values, forward or backwards, and adds to the sums. */
  pass(
    constants: Float64Array,
    count: number,
    direction: 1 | -1,
    state: Float64Array,
    sums: Float64Array,
  ): void;
  /** The expected next states in place of the last ones: where a pass turns round. */
  turn(constants: Float64Array, state: Float64Array, sums: Float64Array): void;
}

/** A value not observed leads from a state to the next that is expected. */
const UNOBSERVED = Float64Array.of(Number.NaN);

export function cesPasses(form: CesForm, values: Float64Array, season: number): CesPasses {
  if (form === 'plain') return plainPasses(values, season);
  return form === 'partial' ? partialPasses(values, season) : fullPasses(values, season);
}

function plainPasses(values: Float64Array, season: number): CesPasses {
  const phases = Array.from({ length: season }, (_, phase) => phase);
  const states = PLAIN_STATES * season;
  return {
    constants: 2,
    plain: Int32Array.from(phases.flatMap((phase) => [phase * PLAIN_STATES, phase * PLAIN_STATES + 1])),
    states,
    sums: PLAIN_SUMS,
    pass([real, imaginary], count, direction, state, sums) {
      for (let phase = 0; phase < season; phase++) {
        const steps = Math.ceil((count - phase) / season);
        const from = direction > 0 ? phase : phase + (steps - 1) * season;
        const mine = state.subarray(phase * PLAIN_STATES, (phase + 1) * PLAIN_STATES);
        plainPass(values, from, steps, direction * season, real, imaginary, mine, sums);
      }
    },
    turn([real, imaginary], state, sums) {
      for (let at = 0; at < states; at += PLAIN_STATES)
        plainPass(UNOBSERVED, 0, 1, 1, real, imaginary, state.subarray(at, at + PLAIN_STATES), sums);
    },
  };
}

function partialPasses(values: Float64Array, season: number): CesPasses {
  const plain = [0, 1];
  for (let phase = 0; phase < season; phase++) plain.push(PARTIAL_SHARED + phase * PARTIAL_OWN);
  return {
    constants: 3,
    plain: Int32Array.from(plain),
    states: PARTIAL_SHARED + PARTIAL_OWN * season,
    sums: PARTIAL_SUMS,
    pass(constants, count, direction, state, sums) {
      partialPass(values, direction > 0 ? 0 : count - 1, count, direction, season, constants, state, sums);
    },
    turn: (constants, state, sums) => partialPass(UNOBSERVED, 0, 1, 1, season, constants, state, sums),
  };
}

function fullPasses(values: Float64Array, season: number): CesPasses {
  const plain = [0, 1];
  for (let phase = 0; phase < season; phase++) {
    const at = FULL_STATES * (1 + phase);
    plain.push(at, at + 1);
  }
  const unobserved = new Float64Array(season).fill(Number.NaN);
  const shared = new Float64Array(FULL_STATES);
  return {
    constants: 4,
    plain: Int32Array.from(plain),
    states: FULL_STATES * (1 + season),
    sums: FULL_SUMS,
    pass(constants, count, direction, state, sums) {
      fullPass(values, direction > 0 ? 0 : count - 1, count, direction, season, constants, state, sums);
    },
    turn(constants, state, sums) {
      // All phases turn, and what they share turns once.
      fullPass(unobserved, 0, 1, 1, season, constants, state, sums);
      shared.set(state.subarray(0, FULL_STATES));
      fullPass(unobserved, 1, season - 1, 1, season, constants, state, sums);
      state.set(shared);
    },
  };
}
