/** `rare` is `weighted`, and then drawn to a rate that few demands allow (see `rare-demand.ts`). */
export type Combining = 'mean' | 'median' | 'weighted' | 'rare';

/**
 * Combines forecasts of the same values, element by element. One that is NaN (nothing could be forecast there yet) is left
 * to the others; where all are, the result is NaN.
 *
 * @param weights one a forecast, 0 or more; only `weighted` and `rare` heed them
 */
export function combineInto(
  into: Float64Array,
  combining: Combining,
  forecasts: readonly Float64Array[],
  weights: readonly number[],
): void {
  if (combining === 'median') medianInto(into, forecasts);
  else meanInto(into, forecasts, combining === 'mean' ? forecasts.map(() => 1) : weights);
}

function meanInto(into: Float64Array, forecasts: readonly Float64Array[], weights: readonly number[]): void {
  for (let i = 0; i < into.length; i++) {
    let sum = 0;
    let weight = 0;
    for (let k = 0; k < forecasts.length; k++) {
      const value = forecasts[k][i];
      if (Number.isNaN(value)) continue;
      // Divided before it is added: huge values must not overflow.
      weight += weights[k];
      if (weight > 0) sum += (value - sum) * (weights[k] / weight);
    }
    into[i] = weight > 0 ? sum : Number.NaN;
  }
}

function medianInto(into: Float64Array, forecasts: readonly Float64Array[]): void {
  const values = new Float64Array(forecasts.length);
  for (let i = 0; i < into.length; i++) {
    let count = 0;
    for (const forecast of forecasts) if (!Number.isNaN(forecast[i])) values[count++] = forecast[i];
    const sorted = values.subarray(0, count).sort();
    into[i] = count === 0 ? Number.NaN : sorted[(count - 1) >> 1] / 2 + sorted[count >> 1] / 2;
  }
}
