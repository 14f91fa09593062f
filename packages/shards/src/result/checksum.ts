import { createHash } from 'node:crypto';
import type { ShardForecasts } from './result.ts';

/** SHA-256 over forecasts' values, so that a result which lost or changed one is not published. */
export function forecastsChecksum(forecasts: ShardForecasts): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([forecasts.horizon, forecasts.quantiles]));
  for (const part of [
    forecasts.keys,
    forecasts.mean,
    forecasts.quantileValues,
    forecasts.closed,
    forecasts.totalMean,
    forecasts.totalQuantiles,
  ]) {
    hash.update(part);
  }
  for (const detail of forecasts.details) hash.update(JSON.stringify(detail));
  return hash.digest('hex');
}
