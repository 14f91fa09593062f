/** Below this no test says anything: two seasons, at least eight periods, at most 28. */
export function shortestTestable(season: number): number {
  return Math.max(8, Math.min(2 * season, 28));
}

/** Holt–Winters needs this much beyond two seasons; a model that can't be fitted at an origin can't be chosen. */
const SPARE_PERIODS = 3;

/**
 * Rolling origins for a history of `length` periods, increasing: a test window is [origin, min(origin + horizon, length)).
 * The last window ends with the history and takes the horizon, but at most half of the history. Windows are spaced
 * by the horizon where enough history is left to fit to (two seasons and a quarter of all), closer where not.
 * Fewer than `count` where they would coincide; none where the history is too short (Tashman 2000, IJF 16).
 */
export function rollingOrigins(length: number, horizon: number, season: number, count: number): number[] {
  if (length < shortestTestable(season)) return [];
  const last = length - Math.min(horizon, Math.floor(length / 2));
  const earliest = Math.min(last, Math.max(2 * season + SPARE_PERIODS, Math.ceil(length / 4)));
  const spacing = count < 2 ? 0 : Math.min(horizon, Math.floor((last - earliest) / (count - 1)));
  if (spacing === 0) return [last];
  return Array.from({ length: count }, (_, i) => last - (count - 1 - i) * spacing);
}
