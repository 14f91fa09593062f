import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { BlobStat } from '../blob-store.ts';
import type { Multipart, StoredPart } from '../multipart.ts';
import { isMissing } from './failures.ts';

/** S3 takes 10,000 parts and none below 5 MiB; with 16 MiB a broken connection costs seconds, and 5 GiB are 320 parts. */
const PART_BYTES = 16 * 2 ** 20;
const MOST_PARTS = 10_000;
/** Long enough for sixteen parts on a line of 100 kB/s. */
const SIGNED_SECONDS = 3600;

type At = (key: string) => { Bucket: string; Key: string };

export function s3Multipart(
  client: S3Client,
  at: At,
  stat: (key: string) => Promise<BlobStat | undefined>,
): Multipart {
  const parts = async (key: string, UploadId: string): Promise<StoredPart[]> => {
    const found: StoredPart[] = [];
    try {
      // By hand: the SDK's paginator follows a marker that some stores send with the last page, too.
      for (let PartNumberMarker: string | undefined; ; ) {
        const page = await client.send(new ListPartsCommand({ ...at(key), UploadId, PartNumberMarker }));
        for (const { PartNumber, Size, ETag } of page.Parts ?? [])
          found.push({ part: PartNumber!, bytes: Size!, etag: ETag! });
        if (!page.IsTruncated) break;
        PartNumberMarker = page.NextPartNumberMarker;
      }
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return found;
  };
  const sign = (key: string, UploadId: string, PartNumber: number, ContentLength: number) =>
    getSignedUrl(client, new UploadPartCommand({ ...at(key), UploadId, PartNumber, ContentLength }), {
      expiresIn: SIGNED_SECONDS,
      // Part of what is signed: the store itself refuses a part of another length.
      signableHeaders: new Set(['host', 'content-length']),
    });
  return {
    parts,
    sign,
    origin: async () => new URL(await sign('origin', 'none', 1, 1)).origin,
    partBytes: (fileBytes) => Math.max(PART_BYTES, Math.ceil(fileBytes / MOST_PARTS)),
    async begin(key) {
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(at(key)));
      return UploadId!;
    },
    async complete(key, UploadId, bytes) {
      const arrived = await parts(key, UploadId);
      if (arrived.reduce((sum, part) => sum + part.bytes, 0) === bytes) {
        const Parts = arrived.map(({ part, etag }) => ({ PartNumber: part, ETag: etag }));
        const command = new CompleteMultipartUploadCommand({
          ...at(key),
          UploadId,
          MultipartUpload: { Parts },
        });
        await client.send(command).catch((error) => {
          // Another request has completed it: the object tells whether it is the right one.
          if (!isMissing(error)) throw error;
        });
      }
      if ((await stat(key))?.bytes !== bytes)
        throw new RangeError(`The parts of ${key} are not ${bytes} bytes.`);
    },
    async abort(key, UploadId) {
      await client.send(new AbortMultipartUploadCommand({ ...at(key), UploadId })).catch((error) => {
        if (!isMissing(error)) throw error;
      });
    },
  };
}
