/** Σ a(t + fromA) b(t + fromB) over `length` entries. Four sums at once, because one would wait for each addition. */
export function dot(a: Float64Array, b: Float64Array, length: number, fromA = 0, fromB = 0): number {
  let first = 0;
  let second = 0;
  let third = 0;
  let fourth = 0;
  let t = 0;
  for (; t + 3 < length; t += 4) {
    first += a[fromA + t] * b[fromB + t];
    second += a[fromA + t + 1] * b[fromB + t + 1];
    third += a[fromA + t + 2] * b[fromB + t + 2];
    fourth += a[fromA + t + 3] * b[fromB + t + 3];
  }
  for (; t < length; t++) first += a[fromA + t] * b[fromB + t];
  return first + second + (third + fourth);
}
