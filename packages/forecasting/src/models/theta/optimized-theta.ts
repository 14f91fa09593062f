import { thetaModel } from './theta-model.ts';

/** Theta with θ found by least squares instead of 2: the OTM of Fiorucci et al. 2016, IJF 32, 3.1. */
export const optimizedTheta = thetaModel('optimized-theta', [{ dynamic: false, optimized: true }]);
