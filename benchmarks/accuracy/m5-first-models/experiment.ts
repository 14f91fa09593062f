import { join } from 'node:path';
import { type ForecastPlan, modelNames } from '@shelfcast/forecasting';
import { forecastPanelOnThreads } from '@shelfcast/forecasting/threads';
import type { Experiment } from '../../shared/experiment.ts';
import { type M5Series, readCalendar, readM5, readPrices } from '../../shared/m5.ts';
import { writeSyntheticM5 } from '../../shared/synthetic-m5.ts';
import { type Measures, measure } from './measures.ts';

const HORIZON = 28;
const SEASON = 7;
/** M5's d_1857, d_1885 and d_1913: the three windows that end with the sample's last day. The final one is kept for the end. */
const ORIGINS = 3;

export const experiment: Experiment = {
  question:
    'How accurate are the first models, and the choice among them, on M5’s sample, against seasonal naive?',
  async run(context) {
    const folder = context.small
      ? writeSyntheticM5(join(context.workFolder, 'm5'))
      : context.dataFolder('m5');
    const series: M5Series[] = [];
    for await (const each of readM5(folder)) series.push(each);
    const dollarsOf = await dollars(folder);
    const days = series[0].units.length;
    const origins = Array.from({ length: ORIGINS }, (_, k) => days - HORIZON * (ORIGINS - k));
    const rows: string[][] = [];
    for (const model of ['auto', ...modelNames]) {
      const measures: Measures[] = [];
      for (const origin of origins) measures.push(await score(series, origin, model, dollarsOf));
      const mean = (pick: (one: Measures) => number) =>
        measures.reduce((sum, one) => sum + pick(one), 0) / measures.length;
      rows.push([
        model,
        figure(mean((one) => one.weightedRmsse)),
        ...measures.map((one) => figure(one.weightedRmsse)),
        figure(mean((one) => one.meanRmsse)),
        figure(mean((one) => one.wape)),
        figure(mean((one) => one.bias)),
        figure(mean((one) => one.coverage80)),
      ]);
      context.say(`${model}: ${rows.at(-1)![1]}`);
    }
    const atOrigins = origins.map((origin) => `d_${origin}`);
    return {
      head: ['model', 'weighted RMSSE', ...atOrigins, 'mean RMSSE', 'WAPE', 'bias', 'in 80 % band'],
      rows,
    };
  },
};

async function score(
  series: readonly M5Series[],
  origin: number,
  model: string,
  dollarsOf: (series: M5Series, day: number) => number,
): Promise<Measures> {
  const values = new Float64Array(series.length * origin);
  series.forEach(({ units }, i) => {
    values.set(units.subarray(0, origin), i * origin);
  });
  const plan: ForecastPlan = {
    horizon: HORIZON,
    season: SEASON,
    quantiles: [0.1, 0.5, 0.9],
    models: model === 'auto' ? 'auto' : [model],
    origins: 3,
  };
  const offsets = Uint32Array.from({ length: series.length + 1 }, (_, i) => i * origin);
  const forecast = await forecastPanelOnThreads({ values, offsets }, plan);
  return measure(
    series.map((each, i) => {
      const quantile = (level: number) =>
        Float64Array.from(
          { length: HORIZON },
          (_, step) => forecast.quantileValues[(i * HORIZON + step) * 3 + level],
        );
      let sold = 0;
      for (let day = origin - HORIZON; day < origin; day++) sold += dollarsOf(each, day);
      return {
        history: each.units.subarray(0, origin),
        actual: each.units.subarray(origin, origin + HORIZON),
        mean: forecast.mean.subarray(i * HORIZON, (i + 1) * HORIZON),
        low: quantile(0),
        high: quantile(2),
        dollars: sold,
      };
    }),
  );
}

/** Dollars of a series on a day (0 = d_1). */
async function dollars(folder: string): Promise<(series: M5Series, day: number) => number> {
  const prices = await readPrices(folder);
  const calendar = readCalendar(folder);
  return ({ store, item, units }, day) =>
    units[day] * (prices.get(`${store},${item},${calendar[day].week}`) ?? 0);
}

function figure(value: number): string {
  return value.toFixed(4);
}
