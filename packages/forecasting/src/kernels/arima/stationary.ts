import type { Arma } from './polynomials.ts';
import { partialsOfAr } from './polynomials.ts';

/** Length of the state of Harvey's form (1989, section 3.3): as long as either polynomial needs. */
export function stateSize({ ar, ma }: Arma): number {
  return Math.max(ar.length, ma.length + 1);
}

/** ψ₀ … ψ(count − 1) of ψ(B) = θ(B) / φ(B): what an error does to the values after it. */
export function psiWeights({ ar, ma }: Arma, count: number): Float64Array {
  const psi = new Float64Array(count);
  for (let j = 0; j < count; j++) {
    let sum = j === 0 ? 1 : j <= ma.length ? ma[j - 1] : 0;
    const reach = Math.min(j, ar.length);
    for (let i = 1; i <= reach; i++) sum += ar[i - 1] * psi[j - i];
    psi[j] = sum;
  }
  return psi;
}

/** Autocovariances γ₀ … γ(count − 1) of the process with errors of variance 1. */
export function autocovariances(arma: Arma, count: number): Float64Array {
  const { ar, ma } = arma;
  const q = ma.length;
  const pure = autoregressiveCovariances(ar, count + q);
  // w = θ(B) x with x the pure autoregression, so γ_w(k) = Σ θᵢ θⱼ γ_x(k + i − j), gathered by i − j.
  const overlap = new Float64Array(q + 1);
  for (let lag = 0; lag <= q; lag++) {
    let sum = lag === 0 ? 1 : ma[lag - 1];
    for (let j = 0; j + lag < q; j++) sum += ma[j] * ma[j + lag];
    overlap[lag] = sum;
  }
  const covariances = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    let sum = overlap[0] * pure[k];
    for (let lag = 1; lag <= q; lag++) sum += overlap[lag] * (pure[k + lag] + pure[Math.abs(k - lag)]);
    covariances[k] = sum;
  }
  return covariances;
}

/** Of 1 / φ(B) by Levinson's recursion on its partial autocorrelations, which loses no digits near a unit root. */
function autoregressiveCovariances(ar: Float64Array, count: number): Float64Array {
  const partials = partialsOfAr(ar);
  const covariances = new Float64Array(count);
  let variance = 1;
  for (let k = 0; k < partials.length; k++) variance /= 1 - partials[k] * partials[k];
  covariances[0] = variance;
  const work = new Float64Array(ar.length);
  for (let k = 1; k < count; k++) {
    let sum = 0;
    if (k <= ar.length) {
      const partial = partials[k - 1];
      for (let j = 0; j < k - 1; j++) sum += work[j] * covariances[k - 1 - j];
      covariances[k] = sum + partial * variance;
      variance *= 1 - partial * partial;
      for (let i = 0, j = k - 2; i <= j; i++, j--) {
        const low = work[i];
        const high = work[j];
        work[i] = low - partial * high;
        if (i !== j) work[j] = high - partial * low;
      }
      work[k - 1] = partial;
    } else {
      for (let j = 0; j < ar.length; j++) sum += ar[j] * covariances[k - 1 - j];
      covariances[k] = sum;
    }
  }
  return covariances;
}

/**
 * Covariances of the state with the value, before anything was observed: the first column of P in P = T P T' + R R'
 * (Gardner, Harvey & Phillips 1980, AS 154), from the process's autocovariances instead of a linear system.
 */
export function stateCovarianceWithValue(arma: Arma): Float64Array {
  const { ar, ma } = arma;
  const size = stateSize(arma);
  const gamma = autocovariances(arma, size + 1);
  const psi = psiWeights(arma, size);
  const column = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = 0; i + k < ar.length; k++) sum += ar[i + k] * gamma[k + 1];
    for (let k = 0; i + k <= ma.length; k++) sum += (i + k === 0 ? 1 : ma[i + k - 1]) * psi[k];
    column[i] = sum;
  }
  return column;
}
