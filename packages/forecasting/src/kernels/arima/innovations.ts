import type { Arma } from './polynomials.ts';

/**
 * An exact filter over several columns (the series first, then regressors), which all see the same gains. After `run`
 * the columns of `standardised` are what each column's own past does not tell, divided by the innovations' standard
 * deviations: regressors of generalised least squares (Harvey & Phillips 1979, Biometrika 66).
 */
export interface Innovations {
  /** The first `used` entries of each column count. */
  readonly standardised: readonly Float64Array[];
  /** Innovations that the likelihood is made of. */
  readonly used: number;
  /** Σ log of the innovations' variances over the errors' variance. */
  readonly logDeterminant: number;
  run(arma: Arma): void;
}
