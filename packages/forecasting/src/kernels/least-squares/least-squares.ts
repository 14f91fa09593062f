/** Symmetric positive definite systems as normal equations give them: matrices row-major, size × size. */

/**
 * Sums of products of columns: the lower triangle of RᵀR for `count` rows of `width`, into width × width numbers. Four rows
 * and two columns at a time, so that each number read serves several products; just above the diagonal a few sums too many.
 */
export function gram(rows: Float64Array, count: number, width: number, into: Float64Array): void {
  into.fill(0);
  addGram(rows, count, width, into);
}

/** Adds the products of further rows to those in `into`. */
export function addGram(rows: Float64Array, count: number, width: number, into: Float64Array): void {
  let t = 0;
  for (; t + 4 <= count; t += 4) {
    const r0 = t * width;
    const r1 = r0 + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let i = 0; i < width; i += 2) {
      // In the last turn of an odd width both columns are the same one.
      const k = i + 1 < width ? i + 1 : i;
      const a0 = rows[r0 + i];
      const a1 = rows[r1 + i];
      const a2 = rows[r2 + i];
      const a3 = rows[r3 + i];
      const b0 = rows[r0 + k];
      const b1 = rows[r1 + k];
      const b2 = rows[r2 + k];
      const b3 = rows[r3 + k];
      const a = i * width;
      const b = k * width;
      for (let j = 0; j <= k; j++) {
        const x0 = rows[r0 + j];
        const x1 = rows[r1 + j];
        const x2 = rows[r2 + j];
        const x3 = rows[r3 + j];
        into[b + j] += b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
        if (a !== b) into[a + j] += a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
      }
    }
  }
  for (; t < count; t++) {
    const row = t * width;
    for (let i = 0; i < width; i++) {
      const value = rows[row + i];
      for (let j = 0; j <= i; j++) into[i * width + j] += value * rows[row + j];
    }
  }
}

/**
 * Replaces the lower triangle of a matrix by its Cholesky factor L (matrix = L Lᵀ) and returns the logarithm of the
 * matrix's determinant; NaN where the matrix is not positive definite.
 */
export function factorise(matrix: Float64Array, size: number): number {
  let logDeterminant = 0;
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j < i; j++) {
      const other = j * size;
      let sum = matrix[row + j];
      for (let k = 0; k < j; k++) sum -= matrix[row + k] * matrix[other + k];
      matrix[row + j] = sum / matrix[other + j];
    }
    let pivot = matrix[row + i];
    for (let k = 0; k < i; k++) pivot -= matrix[row + k] * matrix[row + k];
    if (!(pivot > 0)) return Number.NaN;
    matrix[row + i] = Math.sqrt(pivot);
    logDeterminant += Math.log(pivot);
  }
  return logDeterminant;
}

/** Solves L Lᵀ x = b for a factor as `factorise` leaves it; `x` holds b first and then the solution. */
export function solveFactored(factor: Float64Array, size: number, x: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = x[i];
    for (let k = 0; k < i; k++) sum -= factor[i * size + k] * x[k];
    x[i] = sum / factor[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    const solved = x[i] / factor[i * size + i];
    x[i] = solved;
    for (let k = 0; k < i; k++) x[k] -= factor[i * size + k] * solved;
  }
}

/**
 * Diagonal of the inverse of L Lᵀ: the squared lengths of the columns of L⁻¹. `scratch` takes size × size numbers.
 */
export function inverseDiagonal(
  factor: Float64Array,
  size: number,
  scratch: Float64Array,
  into: Float64Array,
): void {
  into.fill(0, 0, size);
  for (let i = 0; i < size; i++) {
    // Row i of L⁻¹ from the rows above it: −(Σ_k L(i,k) L⁻¹(k,·)) / L(i,i).
    const row = i * size;
    const scale = 1 / factor[row + i];
    for (let j = 0; j < i; j++) scratch[row + j] = 0;
    for (let k = 0; k < i; k++) {
      const weight = factor[row + k] * scale;
      if (weight === 0) continue;
      const above = k * size;
      for (let j = 0; j <= k; j++) scratch[row + j] -= weight * scratch[above + j];
    }
    scratch[row + i] = scale;
    for (let j = 0; j <= i; j++) into[j] += scratch[row + j] * scratch[row + j];
  }
}
