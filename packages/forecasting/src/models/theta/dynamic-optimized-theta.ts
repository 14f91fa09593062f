import { thetaModel } from './theta-model.ts';

/** Theta whose line goes on with the values, θ found by least squares: the DOTM of Fiorucci et al. 2016, IJF 32, 3.2. */
export const dynamicOptimizedTheta = thetaModel('dynamic-optimized-theta', [
  { dynamic: true, optimized: true },
]);
