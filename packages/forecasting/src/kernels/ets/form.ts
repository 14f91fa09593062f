/** Which exponential smoothing: error, trend and season, in the letters of Hyndman et al. 2008, table 2.1. */
export interface EtsForm {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
}

/** Smoothing constants of any form; those that a form lacks are 0, phi 1. */
export interface EtsConstants {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
}

/** Bounds of the constants, as usual since Hyndman & Khandakar (2008, Journal of Statistical Software 27, 2.2). */
export const LEAST_CONSTANT = 0.0001;
export const LEAST_PHI = 0.8;
export const MOST_PHI = 0.98;

/** "A,Ad,A" for ETS(A,Ad,A). */
export function nameOfForm({ error, trend, season }: EtsForm): string {
  return `${error},${trend},${season}`;
}

/** Smoothing constants that are free: alpha, and beta, gamma, phi where the form has them. */
export function constantCount({ trend, season }: EtsForm): number {
  return 1 + (trend === 'N' ? 0 : 1) + (season === 'N' ? 0 : 1) + (trend === 'Ad' ? 1 : 0);
}

/**
 * What a likelihood counts: constants, initial level, trend and seasons (which have one constraint), and the variance.
 */
export function parameterCount(form: EtsForm, season: number): number {
  const seasons = form.season === 'N' ? 0 : season - 1;
  return constantCount(form) + 1 + (form.trend === 'N' ? 0 : 1) + seasons + 1;
}

/**
 * What Akaike's criterion adds to −2 log L, with Hurvich and Tsai's correction (1989, Biometrika 76); Infinity where there
 * are too few values for it.
 */
export function aiccPenalty(parameters: number, observed: number): number {
  const spare = observed - parameters - 1;
  return spare > 0 ? 2 * parameters + (2 * parameters * (parameters + 1)) / spare : Number.POSITIVE_INFINITY;
}
