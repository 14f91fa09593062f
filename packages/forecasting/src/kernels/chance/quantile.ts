/**
 * Quantile of sorted values at plotting position p (n + 1), linear between neighbours (R's type 6, Weibull): the
 * position that split conformal prediction asks for, since a new value falls into each of the n + 1 gaps equally often.
 * Beyond the outermost values: those. NaN for no values.
 */
export function sortedQuantile(sorted: Float64Array, level: number, length = sorted.length): number {
  if (length === 0) return Number.NaN;
  const position = level * (length + 1) - 1;
  if (position <= 0) return sorted[0];
  if (position >= length - 1) return sorted[length - 1];
  const below = Math.floor(position);
  return sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
}

/** Share of sorted values that are `limit` or less; 0 for no values. */
export function shareUpTo(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return sorted.length > 0 ? low / sorted.length : 0;
}
