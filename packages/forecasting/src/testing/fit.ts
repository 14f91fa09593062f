import assert from 'node:assert/strict';
import { type FittedModel, isFailure, type Model } from '../contract.ts';

/** Fits a model to values of which the test says that it can be fitted to them. */
export function fitted(model: Model, values: ArrayLike<number>, season = 7): FittedModel {
  const fit = model.fit({ values: Float64Array.from(values), season });
  assert.ok(!isFailure(fit), `${model.name} failed`);
  return fit;
}

/** Sum of squared one-step errors of a fit over its own history, from the second value on. */
export function oneStepSquaredError(fit: FittedModel, values: ArrayLike<number>): number {
  const origins = Int32Array.from({ length: values.length - 1 }, (_, i) => i + 1);
  const rows = fit.replay(origins, 1);
  return rows.reduce((sum, forecast, r) => sum + (forecast - values[r + 1]) ** 2, 0);
}
