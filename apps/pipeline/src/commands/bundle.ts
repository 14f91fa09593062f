import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BlobNotFound, type BlobStore, openBlobs } from '@shelfcast/blobs';
import { runErrors, ShelfcastError } from '@shelfcast/domain';
import { type Manifest, readManifest } from '@shelfcast/shards';
import { forecastShards } from '../forecast/forecast-shards.ts';

export interface BundleOptions {
  /** Key of the manifest, or its file: or s3: URI. */
  readonly manifest: string;
  readonly bundle: number;
  readonly blobsAt: string;
  readonly workers: number;
  readonly signal: AbortSignal;
  /** The process's environment: looked through for what must not be there. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly onShard?: (shard: {
    readonly shard: number;
    readonly attempt: number;
    readonly series: number;
  }) => void;
}

/** Forecasts one bundle of a run. It knows blobs; of a database it must not even have heard. */
export async function forecastBundle(options: BundleOptions): Promise<{ shards: number; series: number }> {
  refuseDatabase(options.environment);
  const blobs = await openBlobs(options.blobsAt);
  const manifest = await fetchManifest(blobs, options);
  const shards = manifest.bundles[options.bundle];
  if (!shards) {
    throw new ShelfcastError(runErrors.no_such_bundle, {
      detail: `The manifest has ${manifest.bundles.length} bundles, from 0; there is no ${options.bundle}.`,
      remedy: 'Give a bundle’s number as the manifest lists them.',
    });
  }
  let series = 0;
  await forecastShards(manifest, {
    blobs,
    blobsAt: options.blobsAt,
    workers: options.workers,
    signal: options.signal,
    shards,
    async onDone(result) {
      series += result.series;
      options.onShard?.({ shard: result.shard, attempt: result.attempt, series: result.series });
    },
  });
  return { shards: shards.length, series };
}

/** DESIGN: workers never touch the database. One that could is a mistake of whoever deployed it. */
function refuseDatabase(environment: BundleOptions['environment']): void {
  const found = Object.keys(environment).filter(
    (name) => /DATABASE_URL$/.test(name) || name === 'PGHOST' || name === 'PGPASSWORD',
  );
  if (found.length === 0) return;
  throw new ShelfcastError(runErrors.database_in_reach, {
    detail: `A forecasting process has ${found.join(' and ')} in its environment.`,
    remedy: 'Start it without: it needs the blob store and nothing else.',
  });
}

async function fetchManifest(blobs: BlobStore, { manifest, blobsAt }: BundleOptions): Promise<Manifest> {
  const key = keyOf(manifest, blobsAt);
  try {
    return readManifest((await blobs.read(key)).toString());
  } catch (error) {
    if (!(error instanceof BlobNotFound || error instanceof RangeError)) throw error;
    throw new ShelfcastError(
      runErrors.unreadable_manifest,
      {
        detail: `There is no manifest ${manifest} in the blob store.`,
        remedy: 'Give the key that the run’s row holds (manifest_key), and the folder it lies in.',
      },
      { cause: error },
    );
  }
}

/** The key of a manifest in the store that it lies in. */
function keyOf(manifest: string, blobsAt: string): string {
  if (manifest.startsWith('file:'))
    return relative(resolve(blobsAt), fileURLToPath(manifest)).replaceAll('\\', '/');
  const root = `${blobsAt.replace(/\/+$/, '')}/`;
  return manifest.startsWith('s3:') && manifest.startsWith(root) ? manifest.slice(root.length) : manifest;
}
