/**
 * A number as it is published: to a thousandth of a unit, or to four significant digits where that is finer (a product that
 * sells twice a year has a mean of 0.005479 a day, and its horizon must still add up). Never -0.
 */
export function publishedNumber(value: number): number {
  if (Math.abs(value) >= 0.1) return Math.round(value * 1000) / 1000;
  return Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(4));
}

/** The same for a whole array, in place. */
export function publishNumbers(values: Float64Array): Float64Array {
  for (let i = 0; i < values.length; i++) values[i] = publishedNumber(values[i]);
  return values;
}
