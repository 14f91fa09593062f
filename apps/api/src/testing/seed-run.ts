import type { Forecast } from '@shelfcast/contract';
import type { SeriesRow } from '@shelfcast/ledger';
import { type RunAccuracy, requestRun, type SeriesSummary, writeSummaries } from '@shelfcast/serving';
import { writeExportFile } from './export-file.ts';
import type { Caller, TestApi } from './test-api.ts';

const HORIZON = 3;
const accuracy: RunAccuracy = {
  series: 3,
  observations: 12,
  wape: 0.4,
  naiveWape: 0.5,
  skill: 0.2,
  bias: -0.1,
  coverage: { '0.8': 0.75 },
  models: { ses: 4 },
  reasons: { 'best-in-backtest': 4 },
  naiveWon: 0,
  levels: {},
};

/** What a run would publish of a series whose forecast is `mean` every day from `from` on. */
export function forecastOf(run: number, series: SeriesRow | undefined, from: string, mean: number): Forecast {
  const days = (value: number) => Array.from({ length: HORIZON }, () => value);
  return {
    ...(series && { series: series.series_id }),
    run,
    level: series ? 'series' : 'total',
    ...(series && { product: { code: series.product_code, name: series.product_name } }),
    ...(series && {
      location: { location: series.location_id, code: series.location_code, name: series.location_name },
    }),
    frequency: 'D',
    origin: '2026-03-07',
    from,
    horizon: HORIZON,
    season: 7,
    model: 'ses',
    reason: 'best-in-backtest',
    unit: 'each',
    mean: days(mean),
    quantiles: { '0.1': days(mean - 1), '0.5': days(mean), '0.9': days(mean + 1) },
    closed: [],
    total: { mean: HORIZON * mean, quantiles: { '0.1': 2 * mean, '0.5': 3 * mean, '0.9': 4 * mean } },
    history: { total_same_days_last_year: null, total_last_horizon: 15 },
    scores: [],
    failures: [],
  };
}

/** A published run over these series, as the pipeline leaves one: items, summaries, export, pointer. Returns its number. */
export async function seedRun(
  api: TestApi,
  { tenant }: Caller,
  series: readonly SeriesRow[],
  from = '2026-03-08',
): Promise<number> {
  const { database, serving } = api;
  const { run } = await database.withTenant(tenant, (tx) =>
    requestRun(tx, { horizon: HORIZON, requestedBy: 'Test' }),
  );
  const items = series.map((row) => ({
    level: 'series' as const,
    key: row.series_id,
    body: JSON.stringify(forecastOf(run, row, from, row.series_id)),
  }));
  const locations = [...new Map(series.map((row) => [row.location_id, row])).values()].map((row) => {
    const { series: _series, product: _product, ...rest } = forecastOf(run, row, from, 10);
    return {
      level: 'location' as const,
      key: row.location_id,
      body: JSON.stringify({ ...rest, level: 'location' }),
    };
  });
  const total = {
    level: 'total' as const,
    key: 0,
    body: JSON.stringify(forecastOf(run, undefined, from, 20)),
  };
  await serving.publish(tenant, run, [...items, ...locations, total]);
  const exportKey = `tenants/${tenant}/runs/${run}/export.parquet`;
  await writeExportFile(api.blobs, exportKey, series, from, HORIZON);
  await database.withTenant(tenant, async (tx) => {
    await writeSummaries(tx, run, series.map(summaryOf));
    await tx.query(
      `UPDATE shelfcast.run SET state = 'published', origin_on = '2026-03-07', series_total = $3, series_done = $3,
         accuracy = $4, failures = '{"not-finite": 1}', export_key = $5, started_at = now(), finished_at = now()
       WHERE tenant_id = $1 AND run_id = $2`,
      [tenant, run, series.length, JSON.stringify(accuracy), exportKey],
    );
  });
  await serving.advance(tenant, run);
  return run;
}

function summaryOf(row: SeriesRow, i: number): SeriesSummary {
  return {
    series: row.series_id,
    product: { code: row.product_code, name: row.product_name },
    location: { location: row.location_id, code: row.location_code, name: row.location_name },
    model: 'ses',
    reason: 'best-in-backtest',
    naiveWon: false,
    totalMean: HORIZON * row.series_id,
    totalLow: row.series_id,
    totalHigh: 5 * row.series_id,
    totalLastHorizon: 15,
    totalLastYear: null,
    wape: i === 0 ? null : i / 10,
    naiveWape: 0.5,
    bias: 0,
    coverage80: 0.8,
    attention: i === 1 ? ['rising', 'stand-in'] : [],
    failures: i === 1 ? [{ model: 'tsb', cause: 'not-finite' }] : [],
  };
}
