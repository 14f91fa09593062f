import type { BlobStore } from '@shelfcast/blobs';
import { parseDay, periodOf, ShelfcastError } from '@shelfcast/domain';
import {
  type Duck,
  forecastsChecksum,
  type Manifest,
  RESULT_VERSION,
  type ResultObject,
  readShard,
  runKeys,
  writeForecasts,
} from '@shelfcast/shards';
import { forecastShard } from './forecast-shard.ts';
import { type LocalFiles, openLocalFiles } from './local-files.ts';

/** Thrown through an attempt that is to be put down: it leaves no result, so it did not happen. */
export class PutDown extends Error {}

/**
 * One attempt at one shard: reads its file, forecasts it, writes the result; the small result object last, for only that makes
 * the attempt count. A failure is a result too, with its cause.
 */
export async function attemptShard(
  duck: Duck,
  blobs: BlobStore,
  manifest: Manifest,
  shard: number,
  attempt: number,
  onSeries?: (done: number) => void,
): Promise<ResultObject> {
  const about = { version: RESULT_VERSION, run: manifest.run, shard, attempt } as const;
  const keys = runKeys(manifest.tenant, manifest.run).result(shard, attempt);
  await using files = await openLocalFiles(blobs);
  let result: ResultObject;
  try {
    result = { ...about, ...(await forecastTo(duck, files, manifest, shard, keys, onSeries)) };
  } catch (error) {
    if (error instanceof PutDown) throw error;
    const code = error instanceof ShelfcastError ? error.kind.code : 'run.shard_failed';
    result = {
      ...about,
      state: 'failed',
      code,
      detail: String(error instanceof Error ? error.message : error),
    };
  }
  await blobs.put(keys.object, JSON.stringify(result));
  return result;
}

async function forecastTo(
  duck: Duck,
  files: LocalFiles,
  manifest: Manifest,
  no: number,
  keys: { readonly forecasts: string; readonly series: string },
  onSeries?: (done: number) => void,
) {
  const { frequency, horizon, season, seasons, origins, quantiles, calendars, holdoutEvery } = manifest;
  const facts = manifest.shards[no];
  const path = await files.fetch(facts.key, 'shard.parquet');
  const shard = await readShard(duck, path, { ...facts, horizon, frequency, drivers: manifest.drivers });
  const done = forecastShard(
    shard,
    { horizon, season, seasons, quantiles, origins, models: 'auto' },
    calendars,
    {
      frequency,
      // An even sample of the products; upper levels are few, and all are held out.
      holdOutPicked: (series) => facts.level !== 'series' || series % holdoutEvery === no % holdoutEvery,
      onSeries,
    },
  );
  const from = periodOf(parseDay(manifest.from) as number, frequency);
  const paths = { forecasts: files.path('forecasts.parquet'), series: files.path('series.parquet') };
  await writeForecasts(duck, paths, done.forecasts, frequency, from);
  await files.store('forecasts.parquet', keys.forecasts);
  await files.store('series.parquet', keys.series);
  return {
    state: 'done' as const,
    level: facts.level,
    series: facts.series,
    checksum: forecastsChecksum(done.forecasts),
    counts: done.counts,
    holdout: done.holdout,
  };
}
