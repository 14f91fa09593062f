import { standardNormal } from '../kernels/chance/normal.ts';
import { randomStream, seedOf } from '../kernels/chance/random.ts';
import type { Intervals } from './intervals.ts';
import { pastScores } from './past-ranks.ts';
import { pathOrigins } from './path-origins.ts';

/** What paths are asked for. */
export interface PathPlan {
  readonly paths: number;
  readonly season: number;
  readonly closed?: Uint8Array;
}

/** Paths that the strength of a level's shock is searched with, and the halvings of the search: to 1 ÷ 64. */
const SEARCH_PATHS = 256;
const HALVINGS = 6;

/**
 * Sample paths, paths × horizon. Each step's values have exactly the step's quantiles, one in each of as many equal shares of the
 * distribution; which goes to which path is decided by the errors of a past origin that the path takes all its steps from (the
 * Schaake shuffle: Clark et al. 2004, Journal of Hydrometeorology 5). Past origins are the same dates for all series. So that
 * the paths' sums spread as the horizon's total does, the past's order is mixed with a shock that a whole path has in
 * common, or where it is too wide with noise; both are the series' own. The same values give the same paths.
 */
export function samplePaths(
  mean: Float64Array,
  values: Float64Array,
  intervals: Intervals,
  { paths, season, closed }: PathPlan,
): Float32Array {
  const horizon = mean.length;
  const steps = intervals.steps(mean, evenLevels(paths));
  for (let h = 0; h < horizon; h++) if (closed?.[h]) steps.fill(0, h * paths, (h + 1) * paths);
  const random = randomStream(seedOf(values));
  const order = drawOrder(intervals, season, paths, horizon, random);
  const tried = Math.min(paths, SEARCH_PATHS);
  const target = variance(intervals.total(mean, evenLevels(tried), closed));
  const few = { steps: everyFew(steps, paths, tried, horizon), order, paths: tried, horizon };
  const plain = sumVariance(few, 0);
  const sign = plain < target ? 1 : -1;
  let low = 0;
  let high = 1;
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    const reached = sumVariance(few, sign * middle) >= target;
    if (reached === sign > 0) high = middle;
    else low = middle;
  }
  return arrange({ steps, order, paths, horizon }, sign * low);
}

/** What decides the order of the paths at each step: scores from the past, a shock for each path, and noise. */
interface Order {
  readonly past: Float64Array;
  readonly shocks: Float64Array;
  readonly noise: Float64Array;
}

interface Arrangement {
  /** horizon × paths, increasing along the paths. */
  readonly steps: Float64Array;
  readonly order: Order;
  readonly paths: number;
  readonly horizon: number;
}

function drawOrder(
  { predictive }: Intervals,
  season: number,
  paths: number,
  horizon: number,
  random: () => number,
): Order {
  const rows = pathOrigins(predictive.past, season, paths);
  const past = new Float64Array(paths * horizon);
  const row = new Float64Array(predictive.past.horizon);
  for (let p = 0; p < paths; p++) {
    pastScores(predictive, rows[p], random, row);
    past.set(row.subarray(0, horizon), p * horizon);
  }
  const normal = (length: number): Float64Array =>
    Float64Array.from({ length }, () => standardNormal(random));
  return { past, shocks: normal(paths), noise: normal(paths * horizon) };
}

/** Gives each path its value at each step; `mixing` above 0 is the share of a common shock, below 0 that of noise. */
function arrange({ steps, order, paths, horizon }: Arrangement, mixing: number): Float32Array {
  const arranged = new Float32Array(paths * horizon);
  const keep = Math.sqrt(1 - Math.abs(mixing));
  const mix = Math.sqrt(Math.abs(mixing));
  const keys = new Float64Array(paths);
  for (let h = 0; h < horizon; h++) {
    for (let p = 0; p < paths; p++) {
      const other = mixing > 0 ? order.shocks[p] : order.noise[p * horizon + h];
      // Rows that several paths share must not tie: noise too small to change any other order.
      keys[p] = keep * order.past[p * horizon + h] + mix * other + TIE_BREAK * order.noise[p * horizon + h];
    }
    const sorted = keys.slice().sort();
    for (let p = 0; p < paths; p++) arranged[p * horizon + h] = steps[h * paths + placeOf(keys[p], sorted)];
  }
  return arranged;
}

const TIE_BREAK = 1e-6;

/** Place of a value that is in a sorted array. */
function placeOf(value: number, sorted: Float64Array): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sumVariance(arrangement: Arrangement, mixing: number): number {
  const { paths, horizon } = arrangement;
  const arranged = arrange(arrangement, mixing);
  const sums = new Float64Array(paths);
  for (let p = 0; p < paths; p++) for (let h = 0; h < horizon; h++) sums[p] += arranged[p * horizon + h];
  return variance(sums);
}

function variance(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / values.length;
}

function evenLevels(count: number): number[] {
  return Array.from({ length: count }, (_, p) => (p + 0.5) / count);
}

/** Every so many-th of the steps' values. */
function everyFew(steps: Float64Array, paths: number, few: number, horizon: number): Float64Array {
  return Float64Array.from({ length: few * horizon }, (_, at) => {
    const h = Math.floor(at / few);
    return steps[h * paths + Math.floor(((at % few) + 0.5) * (paths / few))];
  });
}
