/** Smoothing of intermittent demand: sizes and intervals apart. Values not observed count as no period at all. */

/** Croston's state: smoothed size of a demand, smoothed interval between demands, periods since the last one. */
export interface CrostonState {
  size: number;
  interval: number;
  waited: number;
}

/** Before any demand was seen. */
export function crostonStart(): CrostonState {
  return { size: Number.NaN, interval: Number.NaN, waited: 1 };
}

/**
 * Takes values[from, to) in. Updates only at a demand; the first demand and its interval start the smoothing
 * (Croston 1972, Operational Research Quarterly 23, eqs. 1–4).
 */
export function croston(
  values: Float64Array,
  from: number,
  to: number,
  sizeAlpha: number,
  intervalAlpha: number,
  state: CrostonState,
): void {
  let { size, interval, waited } = state;
  for (let t = from; t < to; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    if (value === 0) {
      waited++;
      continue;
    }
    if (Number.isNaN(size)) {
      size = value;
      interval = waited;
    } else {
      size += sizeAlpha * (value - size);
      interval += intervalAlpha * (waited - interval);
    }
    waited = 1;
  }
  state.size = size;
  state.interval = interval;
  state.waited = waited;
}

/** TSB's state: smoothed size of a demand, smoothed probability that a period has one. */
export interface TsbState {
  size: number;
  probability: number;
}

/**
 * Takes values[from, to) in and returns the sum of squared one-step errors. The probability is updated in every
 * observed period, so that an item that stopped selling fades (Teunter, Syntetos & Babai 2011, EJOR 214, eq. 1).
 */
export function tsb(
  values: Float64Array,
  from: number,
  to: number,
  sizeAlpha: number,
  probabilityAlpha: number,
  state: TsbState,
): number {
  let { size, probability } = state;
  let squaredError = 0;
  for (let t = from; t < to; t++) {
    const value = values[t];
    if (Number.isNaN(value)) continue;
    const error = value - size * probability;
    squaredError += error * error;
    if (value === 0) {
      probability -= probabilityAlpha * probability;
    } else {
      size += sizeAlpha * (value - size);
      probability += probabilityAlpha * (1 - probability);
    }
  }
  state.size = size;
  state.probability = probability;
  return squaredError;
}
