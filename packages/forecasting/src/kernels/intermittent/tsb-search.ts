import type { TsbState } from './croston.ts';

/** TSB's one-step errors for four constants in one pass: recursions side by side hardly take longer than one alone. */

/** Constants that a pass tries. */
export const AT_ONCE = 4;

/** Writes the sums of squared errors with each of four constants for the probability, the size's being given. */
export function tryProbabilityAlphas(
  values: Float64Array,
  sizeAlpha: number,
  alphas: Float64Array,
  start: TsbState,
  errors: Float64Array,
): void {
  const [alpha0, alpha1, alpha2, alpha3] = alphas;
  const keep0 = 1 - alpha0;
  const keep1 = 1 - alpha1;
  const keep2 = 1 - alpha2;
  const keep3 = 1 - alpha3;
  let { size } = start;
  let probability0 = start.probability;
  let probability1 = probability0;
  let probability2 = probability0;
  let probability3 = probability0;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    const error0 = value - size * probability0;
    const error1 = value - size * probability1;
    const error2 = value - size * probability2;
    const error3 = value - size * probability3;
    sum0 += error0 * error0;
    sum1 += error1 * error1;
    sum2 += error2 * error2;
    sum3 += error3 * error3;
    if (value === 0) {
      probability0 *= keep0;
      probability1 *= keep1;
      probability2 *= keep2;
      probability3 *= keep3;
      continue;
    }
    probability0 += alpha0 * (1 - probability0);
    probability1 += alpha1 * (1 - probability1);
    probability2 += alpha2 * (1 - probability2);
    probability3 += alpha3 * (1 - probability3);
    size += sizeAlpha * (value - size);
  }
  errors[0] = sum0;
  errors[1] = sum1;
  errors[2] = sum2;
  errors[3] = sum3;
}

/**
 * The same for four constants of the size, the probability's being given. Writes the sizes after the last value, too, and
 * returns the probability after it, so that the best one's states need no further pass.
 */
export function trySizeAlphas(
  values: Float64Array,
  probabilityAlpha: number,
  alphas: Float64Array,
  start: TsbState,
  errors: Float64Array,
  sizes: Float64Array,
): number {
  const [alpha0, alpha1, alpha2, alpha3] = alphas;
  let { probability } = start;
  let size0 = start.size;
  let size1 = size0;
  let size2 = size0;
  let size3 = size0;
  let sum0 = 0;
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  for (let t = 0; t < values.length; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    const error0 = value - size0 * probability;
    const error1 = value - size1 * probability;
    const error2 = value - size2 * probability;
    const error3 = value - size3 * probability;
    sum0 += error0 * error0;
    sum1 += error1 * error1;
    sum2 += error2 * error2;
    sum3 += error3 * error3;
    if (value === 0) {
      probability -= probabilityAlpha * probability;
      continue;
    }
    probability += probabilityAlpha * (1 - probability);
    size0 += alpha0 * (value - size0);
    size1 += alpha1 * (value - size1);
    size2 += alpha2 * (value - size2);
    size3 += alpha3 * (value - size3);
  }
  errors[0] = sum0;
  errors[1] = sum1;
  errors[2] = sum2;
  errors[3] = sum3;
  sizes[0] = size0;
  sizes[1] = size1;
  sizes[2] = size2;
  sizes[3] = size3;
  return probability;
}
