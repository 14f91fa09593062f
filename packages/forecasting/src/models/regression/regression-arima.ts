import type { Model } from '../../contract.ts';
import { arimaErrors } from './arima-errors.ts';
import { regressionModel } from './regression-model.ts';

/**
 * Regression with ARIMA errors, or dynamic regression (Pankratz 1991; FPP3, chapter 10): the same columns and scale as
 * `regression-ets`, and an ARIMA process of automatic order for what they leave.
 */
export const regressionArima: Model = regressionModel('regression-arima', arimaErrors);
