import type { RetailData, RetailSeries } from './retail-data.ts';

/**
 * `count` series of full length drawn by strata of volume: sorted by mean sales, the middle one of each of `count`
 * equal groups. No random number, the same series each time.
 */
export function sampleByVolume(data: RetailData, count: number, leastLength: number): RetailSeries[] {
  const origin = data.lastOrigin;
  const long = data.series.flatMap((series) => {
    const first = series.values.findIndex((value) => Math.abs(value) > 0);
    if (first < 0 || origin - first < leastLength) return [];
    const history = series.values.subarray(first, origin);
    return [{ series, mean: history.reduce((sum, value) => sum + value, 0) / history.length }];
  });
  long.sort((a, b) => a.mean - b.mean);
  const drawn = Math.min(count, long.length);
  return Array.from({ length: drawn }, (_, k) => long[Math.floor(((k + 0.5) * long.length) / drawn)].series);
}
