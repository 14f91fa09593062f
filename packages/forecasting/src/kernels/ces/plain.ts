/**
 * Sums of squared errors, and their derivatives, of the recursion without a season (see ces.ts), over every `stride`-th
 * value: forms `none` (stride 1) and `simple` (the season). Derivatives run along with the states.
 *
 * State: [l, c, ∂l/∂α₀, ∂c/∂α₀, ∂l/∂α₁, ∂c/∂α₁]. With j = −∂e/∂α = ∂l/∂α, the sums are Σ of
 * [e e, e j₀, e j₁, j₀ j₀, j₁ j₀, j₁ j₁].
 */
export const PLAIN_STATES = 6;
export const PLAIN_SUMS = 6;

/** Takes in `count` values from `from` on, `stride` apart (backwards where it is negative), and adds to the sums. */
export function plainPass(
  values: Float64Array,
  from: number,
  count: number,
  stride: number,
  real: number,
  imaginary: number,
  state: Float64Array,
  sums: Float64Array,
): void {
  let l = state[0];
  let c = state[1];
  let l0 = state[2];
  let c0 = state[3];
  let l1 = state[4];
  let c1 = state[5];
  let ee = 0;
  let e0 = 0;
  let e1 = 0;
  let j00 = 0;
  let j10 = 0;
  let j11 = 0;
  const toL = real - imaginary;
  const toC = real + imaginary;
  const lost = 1 - imaginary;
  const kept = 1 - real;
  for (let i = 0, t = from; i < count; i++, t += stride) {
    const value = values[t];
    let e = 0;
    let d0 = 0;
    let d1 = 0;
    if (!Number.isNaN(value)) {
      e = value - l;
      d0 = l0;
      d1 = l1;
      ee += e * e;
      e0 += e * d0;
      e1 += e * d1;
      j00 += d0 * d0;
      j10 += d1 * d0;
      j11 += d1 * d1;
    }
    const nextL0 = l0 - lost * c0 - toL * d0 + e;
    const nextL1 = l1 - lost * c1 - toL * d1 + c - e;
    const nextL = l - lost * c + toL * e;
    c0 = l0 + kept * c0 - toC * d0 - c + e;
    c1 = l1 + kept * c1 - toC * d1 + e;
    c = l + kept * c + toC * e;
    l0 = nextL0;
    l1 = nextL1;
    l = nextL;
  }
  state[0] = l;
  state[1] = c;
  state[2] = l0;
  state[3] = c0;
  state[4] = l1;
  state[5] = c1;
  sums[0] += ee;
  sums[1] += e0;
  sums[2] += e1;
  sums[3] += j00;
  sums[4] += j10;
  sums[5] += j11;
}
