import type { Model } from '../../contract.ts';
import { etsErrors } from './ets-errors.ts';
import { regressionModel } from './regression-model.ts';

/**
 * Regression with ETS errors: season, waves for longer seasons, and known covariates explain the values on a logarithmic
 * scale or as they are, and a moving level, a moving season and a fading deviation carry what is left (Hyndman et al.
 * 2008, chapter 9; FPP3, chapter 10).
 */
export const regressionEts: Model = regressionModel('regression-ets', etsErrors);
