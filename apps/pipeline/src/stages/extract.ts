import type { TenantTransaction } from '@shelfcast/database';
import { formatDay, periodEnd, periodOf, periodStart, runErrors, ShelfcastError } from '@shelfcast/domain';
import { recordExtracted } from '@shelfcast/serving';
import {
  bundleShards,
  type Duck,
  MANIFEST_VERSION,
  type Manifest,
  type ManifestShard,
  openDuck,
  readManifest,
  runKeys,
  writeLabels,
  writeShard,
} from '@shelfcast/shards';
import { driverColumns } from '../extract/driver-columns.ts';
import { DriverMeans } from '../extract/driver-means.ts';
import { fillHistory } from '../extract/history.ts';
import { type Ledger, readLedger } from '../extract/read-ledger.ts';
import { longSeasonsFor, type RunSpan, seasonFor } from '../extract/run-calendar.ts';
import { type CutSeries, type CutShard, ShardCutter } from '../extract/shard-cutter.ts';
import { withoutStockOuts } from '../extract/stock-outs.ts';
import { UpperLevels } from '../extract/upper-levels.ts';
import { type LocalFiles, openLocalFiles } from '../forecast/local-files.ts';
import type { RunContext } from './stage.ts';

// Large enough that files and threads' messages cost nothing, small enough for progress that moves and memory that does not.
const MOST_VALUES_A_SHARD = 120_000;
const FEWEST_VALUES_A_SHARD = 10_000;
/** Shards a run has at least where it can, so that threads end together. */
const SHARDS_WANTED = 16;
/** Series whose last horizon is held out: coverage is then known to about one percentage point. */
const SERIES_HELD_OUT = 1_000;

/**
 * Reads the ledger once, in one moment of it, and writes shard files and the manifest, the manifest last. From then on the run
 * knows no ledger: whatever is imported, undone or corrected meanwhile belongs to the next run.
 */
export async function extract(context: RunContext): Promise<Manifest> {
  const { tenant, run, blobs, database, lease } = context;
  const keys = runKeys(tenant, run.run);
  const written = (await blobs.stat(keys.manifest)) ? await blobs.read(keys.manifest) : undefined;
  let manifest: Manifest;
  if (written) {
    manifest = readManifest(written.toString());
  } else {
    manifest = await database.withTenant(tenant, (tx) => writeShards(context, tx), {
      isolation: 'repeatable read',
      readOnly: true,
    });
    await context.reached('extract: before manifest');
    await blobs.put(keys.manifest, JSON.stringify(manifest));
  }
  await context.reached('extract: after manifest');
  await database.withTenant(tenant, (tx) =>
    recordExtracted(tx, lease, {
      originOn: manifest.origin,
      season: manifest.season,
      manifestKey: keys.manifest,
      shards: manifest.shards,
    }),
  );
  return manifest;
}

async function writeShards(context: RunContext, tx: TenantTransaction): Promise<Manifest> {
  const { run, tenant, blobs, signal } = context;
  const ledger = await readLedger(tx, run.frequency, run.horizon);
  if (!ledger) throw nothingToForecast(run.frequency);
  const { span } = ledger;
  await using duck = await openDuck();
  await using files = await openLocalFiles(blobs);
  const cutter = new ShardCutter(run.horizon, valuesAShard(ledger.values), ledger.drivers);
  const shards: ManifestShard[] = [];
  for await (const series of everySeries(ledger)) {
    const cut = cutter.add(series);
    if (!cut) continue;
    signal.throwIfAborted();
    shards.push(await storeShard(context, duck, files, cut, shards.length));
  }
  const last = cutter.end();
  if (!last) throw nothingToForecast(run.frequency);
  shards.push(await storeShard(context, duck, files, last, shards.length));
  const products = shards.reduce((sum, shard) => sum + (shard.level === 'series' ? shard.series : 0), 0);
  return {
    version: MANIFEST_VERSION,
    tenant,
    run: run.run,
    frequency: run.frequency,
    horizon: run.horizon,
    season: seasonFor(run.season, span),
    seasons: longSeasonsFor(span),
    origins: run.origins,
    quantiles: run.quantiles,
    origin: formatDay(periodEnd(span.origin, span.frequency)),
    from: formatDay(periodStart(span.origin + 1, span.frequency)),
    drivers: ledger.drivers,
    calendars: ledger.calendars.all(),
    expectedClosures: ledger.inferred.map(({ day, ...inferred }) => ({ day: formatDay(day), ...inferred })),
    holdoutEvery: Math.max(1, Math.ceil(products / SERIES_HELD_OUT)),
    shards,
    bundles: bundleShards(shards),
  };
}

/** All levels in order: the products at their locations, then the locations, then the tenant. */
async function* everySeries(ledger: Ledger): AsyncGenerator<CutSeries> {
  const { span } = ledger;
  const upper = new UpperLevels(span, ledger.closed);
  const driverMeans = new DriverMeans(span, ledger.drivers.length);
  const locations = new Map<number, { code: string; name: string | null; unit: string }>();
  let unit: string | undefined;
  for await (const series of ledger.series()) {
    const { row } = series;
    const closed = ledger.closed(row.location_id);
    const sold = fillHistory(series.sold, periodOf(series.firstSale, span.frequency), closed, span);
    // A location sells on while one of its products is out of stock: its sum is of what was sold.
    upper.add(row.location_id, sold);
    const history = withoutStockOuts(sold, series.stockOuts, span);
    const name = { code: row.location_code, name: row.location_name };
    const known = locations.get(row.location_id);
    // Kilograms and pieces don't add up to either.
    locations.set(row.location_id, { ...name, unit: mixed(known?.unit, series.unit) });
    unit = mixed(unit, series.unit);
    const label = {
      key: row.series_id,
      product: { code: row.product_code, name: row.product_name },
      location: { location: row.location_id, ...name },
      unit: series.unit,
      expectedClosed: ledger.expectedClosed(row.location_id),
    };
    const drivers = driverColumns(series.drivers, ledger.drivers, history, span, series.prices);
    driverMeans.add(row.location_id, history, drivers);
    const calendar = ledger.calendars.of(row.location_id);
    yield { level: 'series', label, history, ahead: closed.ahead, calendar, drivers };
  }
  if (unit === undefined) return;
  // Why the whole is expected closed on a day: why the first of its locations is.
  const reasons = new Map<number, string>();
  for (const { location, history, ahead } of upper.locations()) {
    const {
      code,
      name,
      unit: of,
    } = locations.get(location) as { code: string; name: string | null; unit: string };
    const expectedClosed = ledger.expectedClosed(location);
    for (const { step, because } of expectedClosed) reasons.set(step, reasons.get(step) ?? because);
    const label = {
      key: location,
      product: null,
      location: { location, code, name },
      unit: of,
      expectedClosed,
    };
    const calendar = ledger.calendars.of(location);
    yield {
      level: 'location',
      label,
      history,
      ahead,
      calendar,
      drivers: driverMeans.ofLocation(location, history),
    };
  }
  const { history, ahead } = upper.total();
  const calendar = ledger.calendars.mean(upper.weights());
  const expectedClosed = [...reasons]
    .map(([step, because]) => ({ step, because }))
    .filter(({ step }) => ahead[step] === 1)
    .sort((a, b) => a.step - b.step);
  const label = { key: 0, product: null, location: null, unit, expectedClosed };
  yield { level: 'total', label, history, ahead, calendar, drivers: driverMeans.ofAll(history) };
}

function mixed(known: string | undefined, unit: string): string {
  return known === undefined || known === unit ? unit : 'mixed';
}

async function storeShard(
  { tenant, run, reached }: RunContext,
  duck: Duck,
  files: LocalFiles,
  { shard, labels }: CutShard,
  no: number,
): Promise<ManifestShard> {
  const keys = runKeys(tenant, run.run);
  const written = await writeShard(duck, files.path('shard.parquet'), shard, run.frequency);
  await files.store('shard.parquet', keys.shard(no));
  await writeLabels(duck, files.path('labels.parquet'), labels);
  await files.store('labels.parquet', keys.labels(no));
  await reached('extract: after shard');
  return { no, level: shard.level, key: keys.shard(no), labels: keys.labels(no), ...written };
}

function valuesAShard(values: number): number {
  return Math.min(MOST_VALUES_A_SHARD, Math.max(FEWEST_VALUES_A_SHARD, Math.ceil(values / SHARDS_WANTED)));
}

function nothingToForecast(frequency: RunSpan['frequency']): ShelfcastError {
  const period = { D: 'day', W: 'week, Monday to Sunday,', M: 'calendar month' }[frequency];
  return new ShelfcastError(runErrors.nothing_to_forecast, {
    detail: `The ledger does not hold one whole ${period} of sales.`,
    remedy: 'Import sales first; any file with product, date and units will do.',
  });
}
