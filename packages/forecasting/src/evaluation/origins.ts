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
function refitOrigins(length: number, horizon: number, season: number, count: number): number[] {
  if (length < shortestTestable(season)) return [];
  const last = length - Math.min(horizon, Math.floor(length / 2));
  const earliest = Math.min(last, Math.max(2 * season + SPARE_PERIODS, Math.ceil(length / 4)));
  const spacing = count < 2 ? 0 : Math.min(horizon, Math.floor((last - earliest) / (count - 1)));
  if (spacing === 0) return [last];
  return Array.from({ length: count }, (_, i) => last - (count - 1 - i) * spacing);
}

/** Where a history is tested. */
export interface TestPlan {
  /** Origins at which models are fitted anew, increasing. */
  readonly refits: readonly number[];
  /** For each refit, the origins that it forecasts from: itself first, then up to the next refit. */
  readonly origins: readonly Int32Array[];
}

/** Origins in all; between 24 and 96 the choice hardly changes, because neighbouring windows overlap. */
const MOST_WINDOWS = 24;

/**
 * Rolling origins with as many more in between as make the choice steady, of which none costs a fit. Windows near the
 * end of the history are cut off there. `sparse` leaves the refit origins only.
 */
export function testPlan(
  length: number,
  horizon: number,
  season: number,
  count: number,
  sparse = false,
): TestPlan {
  const refits = refitOrigins(length, horizon, season, count);
  if (refits.length === 0) return { refits, origins: [] };
  const stride = sparse ? length : strideOf(length - refits[0], MOST_WINDOWS, season);
  const origins = refits.map((refit, k) => {
    const end = refits[k + 1] ?? length;
    return Int32Array.from({ length: Math.ceil((end - refit) / stride) }, (_, i) => refit + i * stride);
  });
  return { refits, origins };
}

/** Stride that takes at most `most` steps through `periods` and does not keep meeting the same phase of the season. */
export function strideOf(periods: number, most: number, season: number): number {
  let stride = Math.max(1, Math.ceil(periods / most));
  if (season > 1 && stride > 1) while (stride % season === 0) stride++;
  return stride;
}
