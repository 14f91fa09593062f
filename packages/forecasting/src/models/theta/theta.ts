import { thetaModel } from './theta-model.ts';

/**
 * The standard Theta method: the mean of the straight line and of smoothing twice its distance from it (Assimakopoulos &
 * Nikolopoulos 2000, IJF 16), which is simple exponential smoothing with half the line's slope as drift (Hyndman &
 * Billah 2003, IJF 19). As the STM of Fiorucci et al. 2016 (IJF 32): α and the initial level from the errors of the whole.
 */
export const theta = thetaModel('theta', [{ dynamic: false, optimized: false }]);
