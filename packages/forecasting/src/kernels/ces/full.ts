/**
 * Sums of squared errors, and their derivatives, of the form `full` (see ces.ts): a level and a season, each with its
 * potential. Derivatives run along with the states.
 *
 * State: ten numbers that all phases share, [l, c] and their derivatives by α₀, α₁, β₀, β₁, two by two; and for each phase
 * ten of the same kind of the season and its potential. With j = −∂e, the sums are Σ of [e e, e j₀ … e j₃, j₀ j₀, j₁ j₀,
 * j₁ j₁, j₂ j₀, … j₃ j₃].
 */
export const FULL_STATES = 10;
export const FULL_SUMS = 15;

/** Takes in `count` values from `from` on, going forward or backwards, and adds to the sums. */
export function fullPass(
  values: Float64Array,
  from: number,
  count: number,
  direction: 1 | -1,
  season: number,
  [real, imaginary, seasonReal, seasonImaginary]: Float64Array,
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
  let l3 = state[8];
  let c3 = state[9];
  let ee = 0;
  let e0 = 0;
  let e1 = 0;
  let e2 = 0;
  let e3 = 0;
  let j00 = 0;
  let j10 = 0;
  let j11 = 0;
  let j20 = 0;
  let j21 = 0;
  let j22 = 0;
  let j30 = 0;
  let j31 = 0;
  let j32 = 0;
  let j33 = 0;
  const toL = real - imaginary;
  const toC = real + imaginary;
  const lost = 1 - imaginary;
  const kept = 1 - real;
  const toS = seasonReal - seasonImaginary;
  const toP = seasonReal + seasonImaginary;
  const seasonLost = 1 - seasonImaginary;
  const seasonKept = 1 - seasonReal;
  let phase = from % season;
  for (let i = 0, t = from; i < count; i++, t += direction) {
    const at = FULL_STATES * (1 + phase);
    phase += direction;
    if (phase === season) phase = 0;
    else if (phase < 0) phase = season - 1;
    const value = values[t];
    const s = state[at];
    const p = state[at + 1];
    const s0 = state[at + 2];
    const p0 = state[at + 3];
    const s1 = state[at + 4];
    const p1 = state[at + 5];
    const s2 = state[at + 6];
    const p2 = state[at + 7];
    const s3 = state[at + 8];
    const p3 = state[at + 9];
    let e = 0;
    let d0 = 0;
    let d1 = 0;
    let d2 = 0;
    let d3 = 0;
    if (!Number.isNaN(value)) {
      e = value - l - s;
      d0 = l0 + s0;
      d1 = l1 + s1;
      d2 = l2 + s2;
      d3 = l3 + s3;
      ee += e * e;
      e0 += e * d0;
      e1 += e * d1;
      e2 += e * d2;
      e3 += e * d3;
      j00 += d0 * d0;
      j10 += d1 * d0;
      j11 += d1 * d1;
      j20 += d2 * d0;
      j21 += d2 * d1;
      j22 += d2 * d2;
      j30 += d3 * d0;
      j31 += d3 * d1;
      j32 += d3 * d2;
      j33 += d3 * d3;
    }
    state[at] = s - seasonLost * p + toS * e;
    state[at + 1] = s + seasonKept * p + toP * e;
    state[at + 2] = s0 - seasonLost * p0 - toS * d0;
    state[at + 3] = s0 + seasonKept * p0 - toP * d0;
    state[at + 4] = s1 - seasonLost * p1 - toS * d1;
    state[at + 5] = s1 + seasonKept * p1 - toP * d1;
    state[at + 6] = s2 - seasonLost * p2 - toS * d2 + e;
    state[at + 7] = s2 + seasonKept * p2 - toP * d2 - p + e;
    state[at + 8] = s3 - seasonLost * p3 - toS * d3 + p - e;
    state[at + 9] = s3 + seasonKept * p3 - toP * d3 + e;
    const nextL0 = l0 - lost * c0 - toL * d0 + e;
    const nextL1 = l1 - lost * c1 - toL * d1 + c - e;
    const nextL2 = l2 - lost * c2 - toL * d2;
    const nextL3 = l3 - lost * c3 - toL * d3;
    const nextL = l - lost * c + toL * e;
    c0 = l0 + kept * c0 - toC * d0 - c + e;
    c1 = l1 + kept * c1 - toC * d1 + e;
    c2 = l2 + kept * c2 - toC * d2;
    c3 = l3 + kept * c3 - toC * d3;
    c = l + kept * c + toC * e;
    l0 = nextL0;
    l1 = nextL1;
    l2 = nextL2;
    l3 = nextL3;
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
  state[8] = l3;
  state[9] = c3;
  sums[0] += ee;
  sums[1] += e0;
  sums[2] += e1;
  sums[3] += e2;
  sums[4] += e3;
  sums[5] += j00;
  sums[6] += j10;
  sums[7] += j11;
  sums[8] += j20;
  sums[9] += j21;
  sums[10] += j22;
  sums[11] += j30;
  sums[12] += j31;
  sums[13] += j32;
  sums[14] += j33;
}
