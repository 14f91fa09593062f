import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { BlobNotFound, type BlobStore } from '@shelfcast/blobs';
import { ledgerErrors, ShelfcastError } from '@shelfcast/domain';

/** An upload as a file that can be opened by path, and what to do when done with it. */
export interface StagedFile extends AsyncDisposable {
  readonly path: string;
}

/** Where the store keeps no files of this machine, copies the blob to a temporary one. Throws `ledger.file_lost`. */
export async function stageBlob(blobs: BlobStore, key: string, fileName: string): Promise<StagedFile> {
  try {
    if (blobs.localPath) {
      if (!(await blobs.stat(key))) throw new BlobNotFound(key);
      return { path: blobs.localPath(key), [Symbol.asyncDispose]: async () => {} };
    }
    const source = await blobs.open(key);
    const folder = await mkdtemp(join(tmpdir(), 'shelfcast-import-'));
    const path = join(folder, 'upload');
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      await pipeline(source, createWriteStream(path));
    } catch (error) {
      await remove();
      throw error;
    }
    return { path, [Symbol.asyncDispose]: remove };
  } catch (error) {
    if (!(error instanceof BlobNotFound)) throw error;
    throw new ShelfcastError(
      ledgerErrors.file_lost,
      {
        detail: `The upload ${fileName} is no longer in the store.`,
        remedy: 'Upload the file again.',
        where: { file: fileName },
      },
      { cause: error },
    );
  }
}
