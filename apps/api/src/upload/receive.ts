import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { BlobStore } from '@shelfcast/blobs';
import { requestErrors, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { diskFull } from './disk-full.ts';

export interface Received {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Streams an upload into the blob store, hashing and counting on the way. What is empty, too large, or breaks off leaves
 * nothing behind: the store keeps whole blobs only.
 */
export async function receive(
  blobs: BlobStore,
  key: string,
  body: Readable,
  maxBytes: number,
): Promise<Received> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of whole(body)) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      hash.update(chunk);
      yield chunk;
    }
    if (bytes === 0) throw emptyFile();
  };
  await blobs.put(key, counted()).catch((error) => {
    throw diskFull(error, 'Nothing of it was kept.');
  });
  return { bytes, sha256: hash.digest('hex') };
}

/** A connection that breaks is the client's doing, not a failure of ours. */
export async function* whole(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body;
  } catch (cause) {
    throw new ShelfcastError(
      requestErrors.upload_aborted,
      {
        detail: 'The connection closed before the whole file had arrived.',
        remedy: 'Upload the file again.',
      },
      { cause },
    );
  }
}

export function tooLarge(maxBytes: number): ShelfcastError {
  return new ShelfcastError(requestErrors.too_large, {
    detail: `The file is larger than ${Math.floor(maxBytes / 2 ** 20).toLocaleString('en')} MB.`,
    remedy:
      'Compress it with gzip, or split it by month or location and upload the parts. POST /v1/uploads takes files up to 5 GiB.',
  });
}

export function emptyFile(): ShelfcastError {
  return new ShelfcastError(uploadErrors.empty_file, {
    detail: 'The file has no bytes.',
    remedy: 'Export it again; with curl, upload it by --data-binary @file.',
  });
}
