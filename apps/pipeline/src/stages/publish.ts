import { type Level, levels, runErrors, ShelfcastError } from '@shelfcast/domain';
import {
  countSummaries,
  finishRun,
  listShards,
  type PublishedItem,
  recordShard,
  retireRuns,
  type SeriesSummary,
  writeSummaries,
} from '@shelfcast/serving';
import {
  type Duck,
  type ExportPart,
  type Manifest,
  openDuck,
  readForecasts,
  readLabels,
  runKeys,
  seriesByLevel,
  writeExport,
} from '@shelfcast/shards';
import { existingResults } from '../forecast/existing-results.ts';
import type { DoneResult } from '../forecast/forecast-shards.ts';
import { type LocalFiles, openLocalFiles } from '../forecast/local-files.ts';
import { publishedItem } from '../publish/published-item.ts';
import { runAccuracy } from '../publish/run-accuracy.ts';
import { summaryOf } from '../publish/summary-of.ts';
import type { RunContext, RunStage } from './stage.ts';

/**
 * Puts the first valid attempt of every shard into the serving store, one shard after the other; verifies the counts; and only then
 * moves the tenant's pointer. Until that one statement nobody sees anything of the run; after it, everything.
 */
export const publish: RunStage = {
  name: 'publishing',
  async run(context, manifest) {
    const { blobs, database, store, tenant, lease, reached } = context;
    const results = (await existingResults(blobs, manifest)).map((history, no) => {
      if (!history.done) throw new Error(`Shard ${no} has no result to publish.`);
      return history.done;
    });
    await using duck = await openDuck();
    await using files = await openLocalFiles(blobs);
    await publishShards(context, manifest, results, duck, files);
    await verifyCounts(context, manifest);
    await reached('publish: counts verified');
    const exportKey = await storeExport(context, manifest, results, duck, files);
    await reached('publish: before the flip');
    await store.advance(tenant, manifest.run);
    await reached('publish: after the flip');
    const { accuracy, failures } = runAccuracy(results);
    await database.withTenant(tenant, (tx) => finishRun(tx, lease, { accuracy, failures, exportKey }));
    await retireRuns(database, store, tenant);
  },
};

async function publishShards(
  { database, tenant, lease, store, signal, progress, reached }: RunContext,
  manifest: Manifest,
  results: readonly DoneResult[],
  duck: Duck,
  files: LocalFiles,
): Promise<void> {
  const recorded = await database.withTenant(tenant, (tx) => listShards(tx, manifest.run));
  const published = new Set(recorded.filter(({ state }) => state === 'published').map(({ no }) => no));
  let seriesDone = 0;
  for (const result of results) {
    if (!published.has(result.shard)) {
      signal.throwIfAborted();
      const { items, summaries } = await readShardItems(manifest, result, duck, files);
      await store.publish(tenant, manifest.run, items);
      await reached('publish: items without summaries');
      await database.withTenant(tenant, async (tx) => {
        await writeSummaries(tx, manifest.run, summaries);
        await recordShard(tx, lease, { no: result.shard, state: 'published', attempt: result.attempt });
      });
      await reached('publish: after shard');
    }
    seriesDone += result.series;
    progress(seriesDone);
  }
}

async function readShardItems(
  manifest: Manifest,
  result: DoneResult,
  duck: Duck,
  files: LocalFiles,
): Promise<{ items: PublishedItem[]; summaries: SeriesSummary[] }> {
  const { level, labels: labelsKey, series } = manifest.shards[result.shard];
  const part = await fetchPart(manifest, result, labelsKey, files);
  const { horizon, quantiles } = manifest;
  const forecasts = await readForecasts(duck, part, {
    series,
    horizon,
    quantiles,
    checksum: result.checksum,
  });
  const labels = await readLabels(duck, part.labels);
  return {
    items: labels.map((label, i) => publishedItem(manifest, level, label, forecasts, i)),
    summaries: level === 'series' ? labels.map((label, i) => summaryOf(label, forecasts, i)) : [],
  };
}

async function fetchPart(
  manifest: Manifest,
  { shard, attempt }: DoneResult,
  labelsKey: string,
  files: LocalFiles,
): Promise<ExportPart> {
  const keys = runKeys(manifest.tenant, manifest.run).result(shard, attempt);
  return {
    forecasts: await files.fetch(keys.forecasts, `${shard}.parquet`),
    series: await files.fetch(keys.series, `${shard}.series.parquet`),
    labels: await files.fetch(labelsKey, `${shard}.labels.parquet`),
  };
}

/** Counts where they stand, in the store and in the lists: nothing is served that is not whole. */
async function verifyCounts({ database, tenant, store }: RunContext, manifest: Manifest): Promise<void> {
  const wanted = seriesByLevel(manifest);
  const stored = await store.count(tenant, manifest.run);
  const listed = await database.withTenant(tenant, (tx) => countSummaries(tx, { run: manifest.run }));
  const differ = (level: Level): boolean => stored[level] !== wanted[level];
  if (!levels.some(differ) && listed === wanted.series) return;
  throw new ShelfcastError(runErrors.counts_differ, {
    detail: `Of ${wanted.series} series, ${wanted.location} locations and ${wanted.total} total, ${stored.series} (${listed} listed), ${stored.location} and ${stored.total} are in the store.`,
    remedy:
      'The forecasts of the last published run stay in place. Start another run; if it fails too, report it.',
  });
}

async function storeExport(
  { blobs, tenant }: RunContext,
  manifest: Manifest,
  results: readonly DoneResult[],
  duck: Duck,
  files: LocalFiles,
): Promise<string> {
  const key = runKeys(tenant, manifest.run).export;
  if (await blobs.stat(key)) return key;
  const parts: ExportPart[] = [];
  for (const result of results) {
    if (result.level !== 'series') continue;
    parts.push(await fetchPart(manifest, result, manifest.shards[result.shard].labels, files));
  }
  await writeExport(duck, files.path('export.parquet'), parts, manifest.quantiles);
  await files.store('export.parquet', key);
  return key;
}
