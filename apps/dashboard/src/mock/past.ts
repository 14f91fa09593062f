import type { PastForecast, PastForecastPage } from '@shelfcast/contract';
import { dayOf, instantOf } from '../format/periods.ts';
import { seriesForecast, seriesHistory } from './catalogue.ts';
import { HISTORY_DAYS, HISTORY_FROM } from './demand.ts';
import { normal, randomFrom } from './random.ts';

/** What earlier runs "published" for a series, beside what then sold. */
export function pastForecastsOf(series: number): PastForecastPage {
  const { units } = seriesHistory(series);
  const now = seriesForecast(series);
  return {
    items: ['2026-11-14', '2026-10-31', '2026-10-17'].map((origin, index): PastForecast => {
      const start = (instantOf(origin) - instantOf(HISTORY_FROM)) / 86_400_000 + 1;
      const actual = Array.from({ length: 28 }, (_, i) =>
        start + i < HISTORY_DAYS ? (units[start + i] ?? null) : null,
      );
      const random = randomFrom(series * 77 + index);
      const lean = 1 + normal(random) * 0.08;
      const mean = Array.from({ length: 28 }, (_, i) => weekMean(units, start, i) * lean);
      const known = actual.flatMap((value, i) =>
        value === null ? [] : [{ value, error: mean[i]! - value }],
      );
      const sold = known.reduce((sum, one) => sum + one.value, 0) || 1;
      return {
        run: 6 - index,
        origin,
        from: dayOf(instantOf(origin) + 86_400_000),
        frequency: 'D',
        horizon: 28,
        model: now.model,
        published_at: `${origin}T19:05:09.000Z`,
        mean,
        quantiles: { '0.5': mean },
        actual,
        observed: known.length,
        wape: known.reduce((sum, one) => sum + Math.abs(one.error), 0) / sold,
        bias: known.reduce((sum, one) => sum + one.error, 0) / sold,
        coverage80: 0.79,
      };
    }),
    next: null,
  };
}

/** The mean of the same weekday in the five weeks before. */
function weekMean(units: readonly (number | null)[], start: number, i: number): number {
  const values = [1, 2, 3, 4, 5]
    .map((week) => units[start - week * 7 + (i % 7)])
    .filter((value) => value != null);
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
