import { randomStream } from '../kernels/chance/random.ts';
import type { PastForecasts } from './past-forecasts.ts';

/** One stream for all series: path p looks as far back in each of them. */
const SHARED_SEED = 0x51e1f;
/** Dates are drawn from so many seasons back; series that don't reach so far take a later date in its stead. */
const SEASONS_BACK = 104;

/**
 * For each path the past origin (a row of `past`) that it takes its errors from. Origins are drawn as distances from the end of
 * the history, the same for every series, so that path p of all series that end on the same day looks at the same past date, or
 * the nearest that was forecast: what came together then, comes together again. Origins whose whole horizon is past are
 * taken, where there are any. −1 where there is no past origin at all.
 */
export function pathOrigins(past: PastForecasts, season: number, paths: number): Int32Array {
  const { origins, horizon, length } = past;
  let whole = 0;
  while (whole < origins.length && origins[whole] + horizon <= length) whole++;
  const count = whole > 0 ? whole : origins.length;
  const nearest = count > 0 ? length - origins[count - 1] : 0;
  const furthest = count > 0 ? length - origins[0] : 0;
  const random = randomStream(SHARED_SEED);
  return Int32Array.from({ length: paths }, () => {
    const back = horizon + Math.floor(random() * SEASONS_BACK * season);
    if (count === 0) return -1;
    const reached = nearest + ((back - Math.min(back, nearest)) % (furthest - nearest + 1));
    return nearestRow(origins, count, length - reached);
  });
}

/** Of the first `count` increasing origins the one nearest to a date. */
function nearestRow(origins: Int32Array, count: number, date: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (origins[middle] < date) low = middle + 1;
    else high = middle;
  }
  return low > 0 && date - origins[low - 1] <= origins[low] - date ? low - 1 : low;
}
