import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BlobStore } from '@shelfcast/blobs';

/** How such folders are called, so that those of killed processes are found. */
export const LOCAL_FILES_PREFIX = 'shelfcast-run-';

/** A folder for files that DuckDB writes or reads, on their way to or from the blob store. Gone when disposed of. */
export interface LocalFiles extends AsyncDisposable {
  /** A path to write to. */
  path(name: string): string;
  /** A path to read a blob from: its own where the store has one, else that of a copy. */
  fetch(key: string, name: string): Promise<string>;
  /** Puts a written file into the store and removes it here. */
  store(name: string, key: string): Promise<void>;
}

export async function openLocalFiles(blobs: BlobStore): Promise<LocalFiles> {
  const folder = await mkdtemp(join(tmpdir(), LOCAL_FILES_PREFIX));
  const path = (name: string): string => join(folder, name);
  return {
    path,
    async fetch(key, name) {
      if (blobs.localPath) return blobs.localPath(key);
      await pipeline(await blobs.open(key), createWriteStream(path(name)));
      return path(name);
    },
    async store(name, key) {
      await blobs.put(key, createReadStream(path(name)));
      await rm(path(name));
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}
