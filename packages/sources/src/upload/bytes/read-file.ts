import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { READ_BYTES } from '../limits.ts';
import { refusingBombs } from './bounded.ts';
import type { ByteSource } from './byte-source.ts';

/** The bytes of a file as they are, read into the same memory again and again: a stream would take new pages for each chunk. */
export function plainFile(path: string): ByteSource {
  return () => {
    let position = 0;
    async function* chunks(): AsyncGenerator<Buffer> {
      await using file = await open(path, 'r');
      const memory = Buffer.allocUnsafeSlow(READ_BYTES);
      for (;;) {
        const { bytesRead } = await file.read(memory, 0, READ_BYTES, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        yield memory.subarray(0, bytesRead);
      }
    }
    return { chunks: chunks(), bytesRead: () => position };
  };
}

/** The bytes of a gzip file, unpacked. Errors of the packing surface from `chunks` as `upload.broken_gzip`. */
export function gzipFile(path: string, fileName: string): ByteSource {
  return () => {
    const file = createReadStream(path, { highWaterMark: READ_BYTES });
    const bytesRead = () => file.bytesRead;
    const unpacked = createGunzip({ chunkSize: READ_BYTES });
    // pipeline() destroys both ends whichever fails or is abandoned first; the reader sees the error itself.
    pipeline(file, unpacked, () => {});
    const named = namingGzipErrors(unpacked, fileName, bytesRead);
    return { chunks: refusingBombs(named, bytesRead, fileName), bytesRead };
  };
}

async function* namingGzipErrors(
  unpacked: AsyncIterable<Buffer>,
  fileName: string,
  bytesRead: () => number,
): AsyncGenerator<Buffer> {
  try {
    yield* unpacked;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code.startsWith('Z_')) throw error;
    throw new ShelfcastError(
      uploadErrors.broken_gzip,
      {
        detail:
          code === 'Z_BUF_ERROR'
            ? `The compressed file ends in the middle, after ${bytesRead()} bytes.`
            : `The compressed file cannot be unpacked beyond byte ${bytesRead()}.`,
        remedy: 'Compress and upload it again; a download or copy was probably cut off.',
        where: { file: fileName },
      },
      { cause: error },
    );
  }
}
