import { thetaModel } from './theta-model.ts';

/**
 * Of the four models of Fiorucci et al. 2016 (IJF 32) the one with the smallest squared error, as in statsforecast. The two
 * with θ = 2 are cases of the two that find θ and can't have a smaller one, so that these two are left to choose from.
 */
export const autoTheta = thetaModel('auto-theta', [
  { dynamic: false, optimized: true },
  { dynamic: true, optimized: true },
]);
