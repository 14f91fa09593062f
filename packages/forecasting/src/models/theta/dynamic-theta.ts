import { thetaModel } from './theta-model.ts';

/** Standard Theta whose line goes on with the values: the DSTM of Fiorucci et al. 2016, IJF 32, 3.2. */
export const dynamicTheta = thetaModel('dynamic-theta', [{ dynamic: true, optimized: false }]);
