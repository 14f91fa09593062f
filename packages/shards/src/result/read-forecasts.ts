import { runErrors, ShelfcastError } from '@shelfcast/domain';
import { type Duck, identifier, literal } from '../duck/open-duck.ts';
import { scan } from '../duck/scan.ts';
import { forecastsChecksum } from './checksum.ts';
import { quantileColumn } from './columns.ts';
import type { SeriesDetail, ShardForecasts } from './result.ts';

/** Reads an attempt's files back; throws `run.unreadable_shard` where their values are not those of the checksum. */
export async function readForecasts(
  duck: Duck,
  paths: { readonly forecasts: string; readonly series: string },
  facts: {
    readonly series: number;
    readonly horizon: number;
    readonly quantiles: readonly number[];
    readonly checksum: string;
  },
): Promise<ShardForecasts> {
  let forecasts: ShardForecasts;
  try {
    forecasts = await readRows(duck, paths, facts);
  } catch (error) {
    throw unreadable('They are damaged.', error);
  }
  if (forecastsChecksum(forecasts) !== facts.checksum) throw unreadable('Their checksum does not hold.');
  return forecasts;
}

async function readRows(
  duck: Duck,
  paths: { readonly forecasts: string; readonly series: string },
  facts: { readonly series: number; readonly horizon: number; readonly quantiles: readonly number[] },
): Promise<ShardForecasts> {
  const { series: count, horizon, quantiles } = facts;
  const q = quantiles.length;
  const keys = new Float64Array(count);
  const mean = new Float64Array(count * horizon);
  const closed = new Uint8Array(count * horizon);
  const quantileValues = new Float64Array(count * horizon * q);
  const totalMean = new Float64Array(count);
  const totalQuantiles = new Float64Array(count * q);
  const details: SeriesDetail[] = [];
  const named = (prefix: string): string =>
    quantiles.map((quantile) => `, ${identifier(prefix + quantileColumn(quantile))}`).join('');

  let row = 0;
  const steps = `SELECT closed, mean${named('')} FROM read_parquet(${literal(paths.forecasts)})`;
  await scan(duck, steps, ([isClosed, means, ...values], size) => {
    for (let i = 0; i < size; i++, row++) {
      closed[row] = isClosed.getItem(i) ? 1 : 0;
      mean[row] = means.getItem(i) as number;
      for (let j = 0; j < q; j++) quantileValues[row * q + j] = values[j].getItem(i) as number;
    }
  });
  const perSeries = `SELECT key, total_mean, detail${named('total_')} FROM read_parquet(${literal(paths.series)})`;
  await scan(duck, perSeries, ([key, total, detail, ...values], size) => {
    for (let i = 0; i < size; i++) {
      const s = details.length;
      keys[s] = Number(key.getItem(i));
      totalMean[s] = total.getItem(i) as number;
      for (let j = 0; j < q; j++) totalQuantiles[s * q + j] = values[j].getItem(i) as number;
      details.push(JSON.parse(detail.getItem(i) as string) as SeriesDetail);
    }
  });
  if (row !== mean.length || details.length !== count) throw new Error('Rows are missing.');
  return { keys, horizon, quantiles, mean, quantileValues, closed, totalMean, totalQuantiles, details };
}

function unreadable(why: string, cause: unknown = undefined): ShelfcastError {
  return new ShelfcastError(
    runErrors.unreadable_shard,
    {
      detail: `A shard's results cannot be read. ${why}`,
      remedy: 'Start another run; what was served before stays until that one has published.',
    },
    { cause },
  );
}
