import type { Attention, Forecast, History, Series } from '@shelfcast/contract';
import { instantOf } from '../format/periods.ts';
import { type Demand, expected, FIRST_AHEAD, HISTORY_DAYS, HISTORY_FROM, HORIZON, ORIGIN } from './demand.ts';
import { isOutOfStock } from './details.ts';
import { failedIn, forecastOf, scoresOf } from './forecasts.ts';
import { randomFrom } from './random.ts';
import { PRODUCT_NOISE, salesOf, spread } from './sales.ts';
import { locations, productAt } from './shop.ts';

export const CURRENT_RUN = 7;

/** Series 1, 2, 3 … : every product in every location. */
function partsOf(series: number) {
  const place = locations[(series - 1) % locations.length]!;
  const index = Math.floor((series - 1) / locations.length);
  const product = productAt(index);
  const random = randomFrom(series * 104_729);
  const demand: Demand = {
    seed: series * 17 + 3,
    level: product.level * place.share * (0.7 + random() * 0.6),
    festive: product.festive,
    closedOn: place.closedOn,
    growth: (random() - 0.4) * 0.3,
  };
  return { place, product, demand };
}

export function seriesAt(series: number): Series {
  const { place, product, demand } = partsOf(series);
  const start = instantOf(FIRST_AHEAD);
  const means = Array.from({ length: HORIZON }, (_, i) => expected(demand, start + i * 86_400_000));
  const total = means.reduce((sum, value) => sum + value, 0);
  const before = salesOf(demand, PRODUCT_NOISE, HISTORY_DAYS - HORIZON).reduce<number>(
    (sum, value) => sum + (value ?? 0),
    0,
  );
  const scores = scoresOf(
    demand,
    means.reduce((sum, value) => sum + spread(value, PRODUCT_NOISE) * 0.8, 0) / HORIZON,
    total / HORIZON,
  );
  const best = scores[0]!;
  const naive = scores.find((score) => score.naive)!;
  const totalSpread =
    Math.sqrt(means.reduce((sum, value) => sum + spread(value, PRODUCT_NOISE) ** 2, 0)) + total * 0.035;
  return {
    series,
    product: { code: product.code, name: product.name },
    location: { location: place.location, code: place.code, name: place.name },
    first_sold_on: HISTORY_FROM,
    last_sold_on: ORIGIN,
    run: CURRENT_RUN,
    model: best.model,
    reason: failedIn(demand) ? 'stand-in' : best.naive ? 'naive-won' : 'best-in-backtest',
    naive_won: best.naive,
    total_mean: total,
    total_low: Math.max(0, total - 1.282 * totalSpread),
    total_high: total + 1.282 * totalSpread,
    total_last_horizon: before,
    total_last_year: salesOf(demand, PRODUCT_NOISE, HISTORY_DAYS - 364, HORIZON).reduce<number>(
      (sum, value) => sum + (value ?? 0),
      0,
    ),
    wape: best.wape,
    naive_wape: naive.wape,
    bias: best.bias,
    coverage80: best.coverage80,
    attention: attentionOf(demand, total, before, best.wape ?? 0),
  };
}

function attentionOf(demand: Demand, total: number, before: number, wape: number): Attention[] {
  const kinds: Attention[] = [];
  if (before > 10 && total > before * 1.5) kinds.push('rising');
  if (before > 10 && total < before * 0.5) kinds.push('falling');
  if (wape > 1.35) kinds.push('inaccurate');
  if (failedIn(demand)) kinds.push('stand-in');
  if (demand.seed % 97 === 0) kinds.push('short-history');
  return kinds;
}

export function seriesForecast(series: number): Forecast {
  const { place, product, demand } = partsOf(series);
  return forecastOf({
    run: CURRENT_RUN,
    level: 'series',
    demand,
    head: {
      series,
      product: { code: product.code, name: product.name },
      location: { code: place.code, name: place.name },
    },
  });
}

export function seriesHistory(series: number) {
  const units = salesOf(partsOf(series).demand, PRODUCT_NOISE);
  const stockOuts = stockOutsOf(series, units);
  for (const { index } of stockOuts) units[index] = 0;
  return {
    series,
    from: HISTORY_FROM,
    frequency: 'D' as const,
    unit: 'each',
    units,
    currency: 'GBP',
    closed: units.flatMap((value, i) => (value === null ? [i] : [])),
    stock_outs: stockOuts,
  };
}

/** Every third series was out of stock five weeks ago, as its file says, and probably two weeks ago; some are so now. */
function stockOutsOf(series: number, units: readonly (number | null)[]): History['stock_outs'] {
  const run = (daysAgo: number, days: number, kind: 'stated' | 'inferred') =>
    Array.from({ length: days }, (_, i) => ({ index: units.length - daysAgo + i, kind }));
  const before = series % 3 === 0 ? [...run(40, 6, 'stated'), ...run(18, 4, 'inferred')] : [];
  const now = isOutOfStock(series) ? run(3, 3, 'stated') : [];
  return [...before, ...now].filter(({ index }) => units[index] !== null);
}

/** A location as one series of its own. */
export function locationForecast(code: string, seriesCount: number): Forecast {
  const place = locations.find((one) => one.code === code)!;
  const demand: Demand = {
    seed: place.location * 999_983,
    level: place.share * seriesCount * 0.34,
    festive: 0.32,
    closedOn: place.closedOn,
    growth: 0.05 + place.location * 0.012,
  };
  return forecastOf({
    run: CURRENT_RUN,
    level: 'location',
    demand,
    head: { location: { location: place.location, code: place.code, name: place.name } },
  });
}

export function totalForecast(seriesCount: number): Forecast {
  const demand: Demand = {
    seed: 4_242_421,
    level: seriesCount * 0.36,
    festive: 0.32,
    closedOn: null,
    growth: 0.08,
  };
  return forecastOf({ run: CURRENT_RUN, level: 'total', demand, head: {} });
}
