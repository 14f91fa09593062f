import type { Frequency, PastForecast } from '@shelfcast/contract';

/** What is read of a forecast as it was published. */
export interface PublishedBody {
  readonly frequency: Frequency;
  readonly origin: string;
  readonly from: string;
  readonly horizon: number;
  readonly model: string;
  readonly mean: number[];
  readonly quantiles: Record<string, number[]>;
}

/** A published forecast beside what then sold, and how far off it was over the periods that are known. */
export function besideActuals(
  run: number,
  publishedAt: string | null,
  forecast: PublishedBody,
  actual: (number | null)[],
): PastForecast {
  const { origin, from, frequency, horizon, model, mean, quantiles } = forecast;
  const known = actual.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const volume = known.reduce((sum, { value }) => sum + Math.abs(value), 0);
  const over = (total: number): number | null => (volume > 0 ? total / volume : null);
  const low = quantiles['0.1'];
  const high = quantiles['0.9'];
  const inside = known.filter(({ value, i }) => value >= low?.[i] && value <= high?.[i]).length;
  return {
    run,
    origin,
    from,
    frequency,
    horizon,
    model,
    published_at: publishedAt,
    mean,
    quantiles,
    actual,
    observed: known.length,
    wape: over(known.reduce((sum, { value, i }) => sum + Math.abs(mean[i] - value), 0)),
    bias: over(known.reduce((sum, { value, i }) => sum + mean[i] - value, 0)),
    coverage80: known.length && low && high ? inside / known.length : null,
  };
}
