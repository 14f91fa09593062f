import { createHash } from 'node:crypto';
import { requestErrors, ShelfcastError, transferErrors } from '@shelfcast/domain';
import { TUS_ALGORITHMS } from './tus.ts';

/** Passes a piece on and compares it with its checksum at its end. Throws `transfer.checksum_differs`. */
export async function* checked(
  piece: AsyncIterable<Uint8Array>,
  { algorithm, digest }: Checksum,
): AsyncGenerator<Uint8Array> {
  const hash = createHash(algorithm);
  for await (const chunk of piece) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest().equals(digest)) return;
  throw new ShelfcastError(transferErrors.checksum_differs, {
    detail: `The piece’s ${algorithm} is not the one of Upload-Checksum.`,
    remedy: 'Send the piece again.',
    where: { field: 'upload-checksum' },
  });
}

export interface Checksum {
  readonly algorithm: (typeof TUS_ALGORITHMS)[number];
  readonly digest: Buffer;
}

/** Reads `Upload-Checksum: sha1 <base64>`. */
export function readChecksum(header: string | undefined): Checksum | undefined {
  if (header === undefined) return undefined;
  const [name, base64 = ''] = header.split(' ');
  const algorithm = TUS_ALGORITHMS.find((known) => known === name);
  if (algorithm) return { algorithm, digest: Buffer.from(base64, 'base64') };
  throw new ShelfcastError(requestErrors.invalid, {
    detail: 'Upload-Checksum names an algorithm that is not known here.',
    remedy: `Use ${TUS_ALGORITHMS.join(' or ')}.`,
    where: { field: 'upload-checksum' },
  });
}
