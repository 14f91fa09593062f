import type { SeriesInput } from '../contract.ts';
import { standardNormal } from '../kernels/chance/normal.ts';
import { randomStream } from '../kernels/chance/random.ts';

/** What moves a made-up shop's sales, as shares: 0.4 = two fifths more. */
export const shopEffects = { promotion: 0.4, feast: 0.8, elasticity: -1.5 } as const;

/**
 * Days of a made-up shop, closed on Sundays, around 200 sales: a slow random walk, a weekly wave, promotions every third week,
 * a feast a year, a price that is lowered by a fifth at times, a column that only moves after the history, and errors of 5 %.
 * Columns go on for `horizon` days.
 */
export function shop(length: number, horizon: number, seed: number): SeriesInput {
  const random = randomStream(seed);
  const column = (at: (t: number) => number): Float64Array =>
    Float64Array.from({ length: length + horizon }, (_, t) => at(t));
  const promotion = column((t) => (Math.floor(t / 7) % 3 === 0 ? 1 : 0));
  const feast = column((t) => (t % 365 === 100 ? 1 : 0));
  const price = column((t) => Math.log(t % 97 < 20 ? 0.8 : 1));
  const never = column((t) => (t >= length + 3 ? 1 : 0));
  let level = Math.log(200);
  const values = Float64Array.from({ length }, (_, t) => {
    level += 0.01 * standardNormal(random);
    const log =
      level +
      0.2 * Math.sin((2 * Math.PI * t) / 7) +
      Math.log(1 + shopEffects.promotion) * promotion[t] +
      Math.log(1 + shopEffects.feast) * feast[t] +
      shopEffects.elasticity * price[t] +
      0.05 * standardNormal(random);
    return t % 7 === 6 ? Number.NaN : Math.exp(log);
  });
  return {
    values,
    season: 7,
    known: { names: ['promotion', 'feast', 'price', 'never'], columns: [promotion, feast, price, never] },
  };
}

/** The same series with one of its columns set to a value from a period on. */
export function withColumn(series: SeriesInput, index: number, from: number, value: number): SeriesInput {
  const { names, columns } = series.known ?? { names: [], columns: [] };
  const changed = columns.map((column, i) => (i === index ? column.slice().fill(value, from) : column));
  return { ...series, known: { names, columns: changed } };
}
