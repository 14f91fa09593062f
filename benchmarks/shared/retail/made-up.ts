import type { RetailData } from './retail-data.ts';

/** Slow and fast made-up series from a fixed seed, for the small run. */
export function madeUp(name: string, season: number, horizon: number, length: number): RetailData {
  // Park and Miller's generator with the multiplier 48271: small, and the same everywhere.
  let state = 20_261_122;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const series = Array.from({ length: 6 }, (_, i) => ({
    values: Float64Array.from({ length }, () => Math.floor(-Math.log(1 - next()) * 2 ** (i - 1))),
    known: [],
  }));
  return { name, season, horizon, lastOrigin: length - horizon, series, known: [], measure: 'wape' };
}
