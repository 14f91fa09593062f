import { ShelfcastError, uploadErrors } from '@shelfcast/domain';

/** Below this much nothing is suspicious: a small file of equal rows packs extremely well. */
const HARMLESS_BYTES = 256 * 1024 * 1024;
/** Sales files pack 5 to 40 to one; deflate's limit is 1,032, which only a file made for it reaches. */
const MOST_UNPACKED_TIMES = 300;

/** Passes unpacked bytes on until they are out of all proportion to the packed ones: then it is a bomb. */
export async function* refusingBombs(
  chunks: AsyncIterable<Buffer>,
  packedBytes: () => number,
  fileName: string,
): AsyncGenerator<Buffer> {
  let unpacked = 0;
  for await (const chunk of chunks) {
    unpacked += chunk.length;
    if (unpacked > HARMLESS_BYTES && unpacked > MOST_UNPACKED_TIMES * packedBytes())
      throw new ShelfcastError(uploadErrors.unpacks_too_far, {
        detail: `${packedBytes().toLocaleString('en')} packed bytes unpack to more than ${unpacked.toLocaleString('en')}.`,
        remedy: 'Export the sales again, and upload the file as it comes from the till.',
        where: { file: fileName },
      });
    yield chunk;
  }
}
