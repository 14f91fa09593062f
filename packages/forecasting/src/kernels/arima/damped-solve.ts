/** A direction flatter than this share of the steepest is damped like one of this share: its own scale is rounding. */
const FLAT = 1e-6;

/**
 * Marquardt's step (1963): solves (A + damping · diag A) x = b for a symmetric, positive semi-definite A by Cholesky's
 * factors. False where A is too near to singular; x is then undefined.
 */
export function solveDamped(a: Float64Array, b: Float64Array, damping: number, x: Float64Array): boolean {
  const size = b.length;
  const factor = a.slice();
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, a[i * size + i]);
  for (let i = 0; i < size; i++) {
    factor[i * size + i] += damping * Math.max(a[i * size + i], FLAT * largest);
    for (let j = 0; j <= i; j++) {
      let sum = factor[i * size + j];
      for (let k = 0; k < j; k++) sum -= factor[i * size + k] * factor[j * size + k];
      if (i > j) factor[i * size + j] = sum / factor[j * size + j];
      else if (sum > 0) factor[i * size + i] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let i = 0; i < size; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) sum -= factor[i * size + k] * x[k];
    x[i] = sum / factor[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i];
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i] * x[k];
    x[i] = sum / factor[i * size + i];
  }
  return true;
}
