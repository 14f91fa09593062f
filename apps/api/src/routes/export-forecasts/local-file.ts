import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '@shelfcast/blobs';

export interface LocalFile extends AsyncDisposable {
  readonly path: string;
}

/** A path that DuckDB can open: the blob's own where the store is a folder, otherwise a copy that goes with this object. */
export async function localFile(blobs: BlobStore, key: string): Promise<LocalFile> {
  if (blobs.localPath) return { path: blobs.localPath(key), async [Symbol.asyncDispose]() {} };
  const folder = await mkdtemp(join(tmpdir(), 'shelfcast-export-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'export.parquet');
  try {
    await pipeline(await blobs.open(key), createWriteStream(path));
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, [Symbol.asyncDispose]: remove };
}
