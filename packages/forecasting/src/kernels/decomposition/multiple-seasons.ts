import { lastObserved } from '../observed.ts';
import { decompose, planStl, type StlPlan, type StlSpans, usualSpans } from './stl.ts';

/**
 * Several seasons by loess, one after the other, each from what the others leave (MSTL: Bandara, Hyndman & Bergmeir 2021,
 * arXiv 2107.13462, algorithm 1).
 */
export interface Seasons {
  /** Whole periods, increasing; those of which the values hold more than two. */
  readonly periods: readonly number[];
  /** One array a period, as long as the values. */
  readonly components: readonly Float64Array[];
  readonly trend: Float64Array;
}

/** Cycles that the seasons' windows take in: 11, 15, 19, … from the shortest season on (the defaults of R's mstl). */
export function seasonalWindow(index: number): number {
  return 11 + 4 * index;
}

/** Rounds through all seasons where there are several, as the paper's algorithm has it. */
const ROUNDS = 2;

/** Periods that `length` values show more than twice, whole and increasing. 365.25 days are 365: one day off in four years. */
export function decomposable(length: number, periods: readonly number[]): number[] {
  const whole = new Set(periods.map(Math.round));
  return [...whole].filter((period) => period > 1 && length > 2 * period).sort((a, b) => a - b);
}

/** The usual spans of each period, as R's mstl has them. */
export function usualSeasons(periods: readonly number[]): StlSpans[] {
  return periods.map((period, index) => usualSpans(period, seasonalWindow(index)));
}

/**
 * Splits values into seasons, trend and rest. Values not observed (NaN) are put on a line between their neighbours first;
 * then, because a line through a closed week has no season, on the trend and the seasons that came of it, and split anew.
 *
 * @param periods as `decomposable` gives them; at least one
 * @param spans one for each of them
 */
export function splitSeasons(
  values: Float64Array,
  periods: readonly number[],
  spans: readonly StlSpans[] = usualSeasons(periods),
): Seasons {
  const plans = periods.map((period, index) => planStl(values.length, period, spans[index]));
  const filled = values.slice();
  const gaps = bridgeGaps(filled);
  const found = split(filled, periods, plans);
  if (gaps === 0) return found;
  for (let t = 0; t < values.length; t++) {
    if (!Number.isNaN(values[t])) continue;
    filled[t] = found.trend[t];
    for (const component of found.components) filled[t] += component[t];
  }
  return split(filled, periods, plans);
}

function split(filled: Float64Array, periods: readonly number[], plans: readonly StlPlan[]): Seasons {
  const components = periods.map(() => new Float64Array(filled.length));
  const trend = new Float64Array(filled.length);
  const rest = filled.slice();
  for (let round = 0; round < (periods.length > 1 ? ROUNDS : 1); round++)
    for (const [index, component] of components.entries()) {
      for (let t = 0; t < rest.length; t++) rest[t] += component[t];
      decompose(plans[index], rest, component, trend);
      for (let t = 0; t < rest.length; t++) rest[t] -= component[t];
    }
  return { periods, components, trend };
}

/** Sum of the seasons at each of the values. */
export function sumOfSeasons({ components }: Seasons, length: number): Float64Array {
  const sum = new Float64Array(length);
  for (const component of components) for (let t = 0; t < length; t++) sum[t] += component[t];
  return sum;
}

/** Adds the seasons of the periods after the values, each one's last cycle again, to rows[at …]. */
export function addSeasonsAhead(
  { periods, components }: Seasons,
  rows: Float64Array,
  at: number,
  horizon: number,
): void {
  for (const [index, period] of periods.entries()) {
    const component = components[index];
    const cycle = component.length - period;
    for (let h = 0; h < horizon; h++) rows[at + h] += component[cycle + (h % period)];
  }
}

/** Puts NaNs on the line between their neighbours, at the ends on the nearest value; returns how many there were. */
function bridgeGaps(values: Float64Array): number {
  const last = lastObserved(values);
  let gaps = 0;
  let before = -1;
  for (let t = 0; t <= last; t++) {
    if (Number.isNaN(values[t])) continue;
    const width = t - before;
    const start = before < 0 ? values[t] : values[before];
    for (let k = 1; k < width; k++) values[before + k] = start + ((values[t] - start) * k) / width;
    gaps += width - 1;
    before = t;
  }
  for (let t = last + 1; t < values.length; t++) values[t] = values[last];
  return gaps + values.length - 1 - last;
}
