import type { EtsConstants } from './form.ts';

/**
 * Whether old errors die out: true where all roots of the characteristic equation of a seasonal form lie within the unit
 * circle (Hyndman et al. 2008, eq. 10.9), seen from its reflection coefficients (Schur 1917, Cohn 1922). Constants within
 * the usual bounds can fail it only where there are a trend and a season both.
 */
export function forgets({ alpha, beta, gamma, phi }: EtsConstants, season: number): boolean {
  const degree = season + 1;
  let ascending = new Float64Array(degree + 1).fill(alpha + beta - alpha * phi);
  ascending[0] = phi * (1 - alpha - gamma);
  ascending[1] = alpha + beta - alpha * phi + gamma - 1;
  ascending[degree - 1] = alpha + beta - phi;
  ascending[degree] = 1;
  for (let order = degree; order > 0; order--) {
    const reflection = ascending[0] / ascending[order];
    if (Math.abs(reflection) >= 1) return false;
    const next = new Float64Array(order);
    for (let k = 0; k < order; k++) next[k] = ascending[k + 1] - reflection * ascending[order - 1 - k];
    ascending = next;
  }
  return true;
}
