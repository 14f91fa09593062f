import { BIGINT, BOOLEAN, DATE, DOUBLE, DuckDBDateValue, SMALLINT, VARCHAR } from '@duckdb/node-api';
import { type Frequency, type Period, periodStart } from '@shelfcast/domain';
import { appendRows, type Column } from '../duck/append-rows.ts';
import { type Duck, identifier } from '../duck/open-duck.ts';
import { writeParquet } from '../duck/write-parquet.ts';
import { quantileColumn } from './columns.ts';
import type { ShardForecasts } from './result.ts';

/**
 * Writes an attempt's two files. Forecasts, long: `key`, `step` (1 …), `day`, `closed`, `mean`, `q0.05` …; and a row a series: `key`,
 * `model`, `total_mean`, `total_q0.05` …, `detail` (JSON).
 */
export async function writeForecasts(
  duck: Duck,
  paths: { readonly forecasts: string; readonly series: string },
  forecasts: ShardForecasts,
  frequency: Frequency,
  firstPeriod: Period,
): Promise<void> {
  const { keys, horizon, quantiles, closed, mean, quantileValues, totalMean, totalQuantiles, details } =
    forecasts;
  const q = quantiles.length;
  const days = Array.from(
    { length: horizon },
    (_, step) => new DuckDBDateValue(periodStart(firstPeriod + step, frequency)),
  );
  const perStep: Column[] = [
    { type: BIGINT, value: (row) => BigInt(keys[Math.floor(row / horizon)]) },
    { type: SMALLINT, value: (row) => (row % horizon) + 1 },
    { type: DATE, value: (row) => days[row % horizon] },
    { type: BOOLEAN, value: (row) => closed[row] === 1 },
    { type: DOUBLE, value: (row) => mean[row] },
    ...quantiles.map((_, j): Column => ({ type: DOUBLE, value: (row) => quantileValues[row * q + j] })),
  ];
  const doubles = (prefix: string): string =>
    quantiles.map((quantile) => `, ${identifier(prefix + quantileColumn(quantile))} DOUBLE`).join('');
  await duck.connection.run(
    `CREATE OR REPLACE TABLE staged (key BIGINT, step SMALLINT, day DATE, closed BOOLEAN, mean DOUBLE${doubles('')})`,
  );
  await appendRows(duck, 'staged', perStep, keys.length * horizon);
  await writeParquet(duck, 'SELECT * FROM staged', paths.forecasts);

  const perSeries: Column[] = [
    { type: BIGINT, value: (row) => BigInt(keys[row]) },
    { type: VARCHAR, value: (row) => details[row].model },
    { type: DOUBLE, value: (row) => totalMean[row] },
    ...quantiles.map((_, j): Column => ({ type: DOUBLE, value: (row) => totalQuantiles[row * q + j] })),
    { type: VARCHAR, value: (row) => JSON.stringify(details[row]) },
  ];
  await duck.connection.run(
    `CREATE OR REPLACE TABLE staged (key BIGINT, model VARCHAR, total_mean DOUBLE${doubles('total_')}, detail VARCHAR)`,
  );
  await appendRows(duck, 'staged', perSeries, keys.length);
  await writeParquet(duck, 'SELECT * FROM staged', paths.series);
  await duck.connection.run('DROP TABLE staged');
}
