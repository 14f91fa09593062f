import { dot } from './dot.ts';
import type { Innovations } from './innovations.ts';

/** A column that the others explain to within this share of its square adds nothing and gets a coefficient of 0. */
const COLLINEAR = 1e-12;

/** What is left of the likelihood when the regressors' coefficients and the variance have their best values. */
export interface Concentrated {
  /** Of the regressors, by generalised least squares. */
  readonly slopes: Float64Array;
  /** Diagonal of (X'Σ⁻¹X)⁻¹: variances of the slopes over the errors' variance; 0 for a column that adds nothing. */
  readonly slopeVariances: Float64Array;
  /** Σ v² ÷ variance with the regression taken out. */
  readonly squaredError: number;
}

/**
 * Takes the regression out of the filtered series (the filter's column 0 is overwritten with what is left), by normal
 * equations and Cholesky's factors: columns of a filter are few and scaled by the caller.
 */
export function concentrate(filter: Innovations): Concentrated {
  const { standardised, used } = filter;
  const [y] = standardised;
  const count = standardised.length - 1;
  const slopes = new Float64Array(count);
  const slopeVariances = new Float64Array(count);
  const factor = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    const x = standardised[i + 1];
    slopes[i] = dot(x, y, used);
    for (let j = 0; j <= i; j++) factor[i * count + j] = dot(x, standardised[j + 1], used);
  }
  const kept = cholesky(factor, count);
  forwards(factor, count, kept, slopes);
  backwards(factor, count, kept, slopes);
  const unit = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    if (!kept[i]) continue;
    unit.fill(0);
    unit[i] = 1;
    forwards(factor, count, kept, unit);
    slopeVariances[i] = dot(unit, unit, count);
  }
  for (let i = 0; i < count; i++) {
    if (slopes[i] === 0) continue;
    const x = standardised[i + 1];
    for (let t = 0; t < used; t++) y[t] -= slopes[i] * x[t];
  }
  return { slopes, slopeVariances, squaredError: dot(y, y, used) };
}

/** Lower factor in place; rows whose pivot vanishes are left out, as the result says. */
function cholesky(matrix: Float64Array, size: number): Uint8Array {
  const kept = new Uint8Array(size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let j = 0; j < i; j++) {
      if (!kept[j]) continue;
      let sum = matrix[row + j];
      for (let k = 0; k < j; k++) if (kept[k]) sum -= matrix[row + k] * matrix[j * size + k];
      matrix[row + j] = sum / matrix[j * size + j];
    }
    const diagonal = matrix[row + i];
    let pivot = diagonal;
    for (let k = 0; k < i; k++) if (kept[k]) pivot -= matrix[row + k] ** 2;
    if (!(pivot > COLLINEAR * diagonal)) continue;
    kept[i] = 1;
    matrix[row + i] = Math.sqrt(pivot);
  }
  return kept;
}

/** Solves L x = b in place. */
function forwards(factor: Float64Array, size: number, kept: Uint8Array, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = b[i];
    for (let k = 0; k < i; k++) if (kept[k]) sum -= factor[i * size + k] * b[k];
    b[i] = kept[i] ? sum / factor[i * size + i] : 0;
  }
}

/** Solves L' x = b in place. */
function backwards(factor: Float64Array, size: number, kept: Uint8Array, b: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    if (!kept[i]) continue;
    let sum = b[i];
    for (let k = i + 1; k < size; k++) if (kept[k]) sum -= factor[k * size + i] * b[k];
    b[i] = sum / factor[i * size + i];
  }
}
