import { instantOf } from '../format/periods.ts';
import { type Demand, expected, HISTORY_DAYS, HISTORY_FROM, isClosed } from './demand.ts';
import { normal, randomFrom } from './random.ts';

/** Spread of a day's sales around its mean: more than Poisson, as tills show it. */
export const spread = (mean: number, pooled: number) => Math.sqrt(mean * 1.4 + (mean * pooled) ** 2);

/** How much of the day's noise stays when many products are added up. */
export const PRODUCT_NOISE = 0.28;
export const SUM_NOISE = 0.09;

/** What "sold" on each day of the history; null on closed days. Each day has its own seed, so 28 of them cost 28. */
export function salesOf(
  demand: Demand,
  noise: number,
  first = 0,
  days = HISTORY_DAYS - first,
): (number | null)[] {
  const start = instantOf(HISTORY_FROM);
  const values: (number | null)[] = [];
  for (let day = first; day < first + days; day++) {
    const instant = start + day * 86_400_000;
    if (isClosed(demand, instant)) {
      values.push(null);
      continue;
    }
    const mean = expected(demand, instant);
    const noiseHere = normal(randomFrom(demand.seed * 1009 + day * 7919));
    values.push(Math.max(0, Math.round(mean + spread(mean, noise) * noiseHere)));
  }
  return values;
}
