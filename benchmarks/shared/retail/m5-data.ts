import { readCalendar, readM5, readPrices } from '../m5.ts';
import type { RetailData, RetailSeries } from './retail-data.ts';

const HORIZON = 28;

/** M5's sample: daily units, no covariates, weighted by the dollars of the 28 days before the origin. */
export async function m5Data(folder: string): Promise<RetailData> {
  const prices = await readPrices(folder);
  const calendar = readCalendar(folder);
  const series: RetailSeries[] = [];
  for await (const { store, item, units } of readM5(folder))
    series.push({
      values: units,
      known: [],
      weight(origin) {
        let dollars = 0;
        for (let day = origin - HORIZON; day < origin; day++)
          dollars += units[day] * (prices.get(`${store},${item},${calendar[day].week}`) ?? 0);
        return dollars;
      },
    });
  return {
    name: 'm5',
    season: 7,
    horizon: HORIZON,
    lastOrigin: series[0].values.length - HORIZON,
    series,
    known: [],
    measure: 'weightedRmsse',
  };
}
