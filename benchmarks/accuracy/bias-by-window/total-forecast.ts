import { forecastPanel } from '@shelfcast/forecasting';
import type { RetailWindow } from '../../shared/retail/retail-data.ts';

/** The year, for days. */
const YEAR_DAYS = 365.25;
/** A level is moved by a seventh at most. */
const MOST = 1.15;

/** Forecast of the sum of all series over the horizon, from the sum of their histories. */
export function totalOf({ data, values, offsets }: RetailWindow, model: string): number {
  const { horizon, season } = data;
  const count = offsets.length - 1;
  let longest = 0;
  for (let i = 0; i < count; i++) longest = Math.max(longest, offsets[i + 1] - offsets[i]);
  const total = new Float64Array(longest).fill(Number.NaN);
  for (let i = 0; i < count; i++)
    for (let back = 1; back <= offsets[i + 1] - offsets[i]; back++) {
      const value = values[offsets[i + 1] - back];
      if (Number.isNaN(value)) continue;
      const at = longest - back;
      total[at] = (Number.isNaN(total[at]) ? 0 : total[at]) + value;
    }
  const { totalMean } = forecastPanel(
    { values: total, offsets: Uint32Array.of(0, longest) },
    {
      horizon,
      season,
      ...(season === 7 && { seasons: [YEAR_DAYS] }),
      quantiles: [],
      models: [model],
      origins: 3,
    },
  );
  return totalMean[0];
}

/** Forecasts with their sum drawn towards a total: 1 all the way, 0 not at all. */
export function towards(forecast: Float64Array, total: number, share: number): Float64Array {
  let sum = 0;
  for (const value of forecast) if (value > 0) sum += value;
  const factor = Math.min(MOST, Math.max(1 / MOST, total / sum)) ** share;
  return Number.isFinite(factor) ? forecast.map((value) => value * factor) : forecast;
}
