import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { READ_BYTES } from '../limits.ts';

/** The bytes of a file, unpacked where it is gzip, and how many of the file itself were read. */
export interface ByteReader {
  readonly chunks: AsyncIterable<Buffer>;
  bytesRead(): number;
}

/** Opens `path`. Errors of the packing surface from `chunks` as `upload.broken_gzip`. */
export function readBytes(path: string, fileName: string, gzip: boolean): ByteReader {
  const file = createReadStream(path, { highWaterMark: READ_BYTES });
  const bytesRead = () => file.bytesRead;
  if (!gzip) return { chunks: file, bytesRead };
  const unpacked = createGunzip({ chunkSize: READ_BYTES });
  // pipeline() destroys both ends whichever fails or is abandoned first; the reader sees the error itself.
  pipeline(file, unpacked, () => {});
  return { chunks: namingGzipErrors(unpacked, fileName, bytesRead), bytesRead };
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
