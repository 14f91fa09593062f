import { splitSeasons } from '../decomposition/multiple-seasons.ts';

/**
 * Share of the variance without trend that the season explains, 0 to 1, by a decomposition with loess (Wang, Smith &
 * Hyndman 2006, Data Mining and Knowledge Discovery 13). More than two seasons long; what was not observed does not count.
 */
export function seasonalStrength(values: Float64Array, season: number): number {
  const { components, trend } = splitSeasons(values, [season]);
  const [seasonal] = components;
  const detrended = values.map((value, t) => value - trend[t]);
  const rest = detrended.map((value, t) => value - seasonal[t]);
  const whole = variance(detrended);
  return whole > 0 ? Math.max(0, 1 - variance(rest) / whole) : 0;
}

function variance(values: Float64Array): number {
  const observed = values.filter((value) => !Number.isNaN(value));
  const mean = observed.reduce((sum, value) => sum + value, 0) / observed.length;
  return observed.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (observed.length - 1);
}
