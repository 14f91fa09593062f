import {
  type Frequency,
  formatDay,
  type Level,
  type Period,
  parseDay,
  periodOf,
  periodStart,
} from '@shelfcast/domain';
import type { PublishedItem } from '@shelfcast/serving';
import type { Label, Manifest, ShardForecasts } from '@shelfcast/shards';

/** The JSON of one forecast, exactly as it will be served. */
export function publishedItem(
  manifest: Manifest,
  level: Level,
  label: Label,
  forecasts: ShardForecasts,
  i: number,
): PublishedItem {
  const { horizon, quantiles, details } = forecasts;
  const { model, reason, scores, failures, totalLastHorizon, totalLastYear, past } = details[i];
  const q = quantiles.length;
  const body = {
    ...(level === 'series' ? { series: label.key } : {}),
    run: manifest.run,
    level,
    ...(label.product ? { product: label.product } : {}),
    ...(label.location ? { location: label.location } : {}),
    frequency: manifest.frequency,
    origin: manifest.origin,
    from: manifest.from,
    horizon,
    season: manifest.season,
    model,
    reason,
    unit: label.unit,
    mean: Array.from(forecasts.mean.subarray(i * horizon, (i + 1) * horizon)),
    quantiles: byQuantile(quantiles, (j) =>
      Array.from({ length: horizon }, (_, k) => forecasts.quantileValues[(i * horizon + k) * q + j]),
    ),
    closed: Array.from({ length: horizon }, (_, k) => k).filter(
      (k) => forecasts.closed[i * horizon + k] === 1,
    ),
    ...(label.expectedClosed.length > 0
      ? { closed_expected: label.expectedClosed.map(({ step, because }) => ({ index: step, because })) }
      : {}),
    total: {
      mean: forecasts.totalMean[i],
      quantiles: byQuantile(quantiles, (j) => forecasts.totalQuantiles[i * q + j]),
    },
    history: { total_same_days_last_year: totalLastYear, total_last_horizon: totalLastHorizon },
    scores,
    failures,
    ...(past
      ? { past: { from: pastFrom(manifest.from, past.length, manifest.frequency), values: past } }
      : {}),
  };
  return { level, key: label.key, body: JSON.stringify(body) };
}

function byQuantile<T>(quantiles: readonly number[], value: (j: number) => T): Record<string, T> {
  return Object.fromEntries(quantiles.map((quantile, j) => [String(quantile), value(j)]));
}

/** The first day of a past of so many periods that ends where the horizon begins. */
function pastFrom(from: string, periods: number, frequency: Frequency): string {
  const ahead: Period = periodOf(parseDay(from) as number, frequency);
  return formatDay(periodStart(ahead - periods, frequency));
}
