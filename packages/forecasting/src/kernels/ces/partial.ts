/**
 * Sums of squared errors, and their derivatives, of the form `partial` (see ces.ts): a level with its potential, and a
 * season. Derivatives run along with the states.
 *
 * State: [l, c, ∂l/∂α₀, ∂c/∂α₀, ∂l/∂α₁, ∂c/∂α₁, ∂l/∂β, ∂c/∂β] and for each phase [s, ∂s/∂α₀, ∂s/∂α₁, ∂s/∂β]. With
 * j = −∂e, the sums are Σ of [e e, e j₀, e j₁, e j₂, j₀ j₀, j₁ j₀, j₁ j₁, j₂ j₀, j₂ j₁, j₂ j₂].
 */
export const PARTIAL_SHARED = 8;
export const PARTIAL_OWN = 4;
export const PARTIAL_SUMS = 10;

/** Takes in `count` values from `from` on, going forward or backwards, and adds to the sums. */
export function partialPass(
  values: Float64Array,
  from: number,
  count: number,
  direction: 1 | -1,
  season: number,
  [real, imaginary, beta]: Float64Array,
  state: Float64Array,
  sums: Float64Array,
): void {
  let l = state[0];
  let c = state[1];
  let l0 = state[2];
  let c0 = state[3];
  let l1 = state[4];
  let c1 = state[5];
  let l2 = state[6];
  let c2 = state[7];
  let ee = 0;
  let e0 = 0;
  let e1 = 0;
  let e2 = 0;
  let j00 = 0;
  let j10 = 0;
  let j11 = 0;
  let j20 = 0;
  let j21 = 0;
  let j22 = 0;
  const toL = real - imaginary;
  const toC = real + imaginary;
  const lost = 1 - imaginary;
  const kept = 1 - real;
  let phase = from % season;
  for (let i = 0, t = from; i < count; i++, t += direction) {
    const at = PARTIAL_SHARED + phase * PARTIAL_OWN;
    phase += direction;
    if (phase === season) phase = 0;
    else if (phase < 0) phase = season - 1;
    const value = values[t];
    let e = 0;
    let d0 = 0;
    let d1 = 0;
    let d2 = 0;
    if (!Number.isNaN(value)) {
      const s = state[at];
      const s0 = state[at + 1];
      const s1 = state[at + 2];
      const s2 = state[at + 3];
      e = value - l - s;
      d0 = l0 + s0;
      d1 = l1 + s1;
      d2 = l2 + s2;
      ee += e * e;
      e0 += e * d0;
      e1 += e * d1;
      e2 += e * d2;
      j00 += d0 * d0;
      j10 += d1 * d0;
      j11 += d1 * d1;
      j20 += d2 * d0;
      j21 += d2 * d1;
      j22 += d2 * d2;
      state[at] = s + beta * e;
      state[at + 1] = s0 - beta * d0;
      state[at + 2] = s1 - beta * d1;
      state[at + 3] = s2 - beta * d2 + e;
    }
    const nextL0 = l0 - lost * c0 - toL * d0 + e;
    const nextL1 = l1 - lost * c1 - toL * d1 + c - e;
    const nextL2 = l2 - lost * c2 - toL * d2;
    const nextL = l - lost * c + toL * e;
    c0 = l0 + kept * c0 - toC * d0 - c + e;
    c1 = l1 + kept * c1 - toC * d1 + e;
    c2 = l2 + kept * c2 - toC * d2;
    c = l + kept * c + toC * e;
    l0 = nextL0;
    l1 = nextL1;
    l2 = nextL2;
    l = nextL;
  }
  state[0] = l;
  state[1] = c;
  state[2] = l0;
  state[3] = c0;
  state[4] = l1;
  state[5] = c1;
  state[6] = l2;
  state[7] = c2;
  sums[0] += ee;
  sums[1] += e0;
  sums[2] += e1;
  sums[3] += e2;
  sums[4] += j00;
  sums[5] += j10;
  sums[6] += j11;
  sums[7] += j20;
  sums[8] += j21;
  sums[9] += j22;
}
