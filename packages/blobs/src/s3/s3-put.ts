import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { BlobContent } from '../blob-store.ts';

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** At least 5 MiB (S3's own bound); 10,000 of them make 156 GiB. */
const PART_BYTES = 16 * 2 ** 20;
/** With the one being gathered, 64 MiB in memory at most. */
const PARTS_UNDER_WAY = 3;

/** Writes an object whole or not at all: small ones at once, streams beyond a part's size in parts. */
export async function s3Put(client: S3Client, place: Place, content: BlobContent): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) {
    await putWhole(client, place, content);
    return;
  }
  const parts = inParts(content);
  const first = await parts.next();
  const second = first.done ? first : await parts.next();
  if (second.done) {
    await putWhole(client, place, first.done ? '' : first.value);
    return;
  }
  await putParts(client, place, prepend([first.value as Buffer, second.value], parts));
}

async function putWhole(client: S3Client, place: Place, Body: string | Uint8Array): Promise<void> {
  // Said by hand, because the SDK takes an empty body for one of unknown length.
  await client.send(new PutObjectCommand({ ...place, Body, ContentLength: Buffer.byteLength(Body) }));
}

async function putParts(client: S3Client, place: Place, parts: AsyncIterable<Buffer>): Promise<void> {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  const upload = { ...place, UploadId };
  const sent: Promise<string>[] = [];
  try {
    for await (const Body of parts) {
      const PartNumber = sent.length + 1;
      const sending = client
        .send(new UploadPartCommand({ ...upload, PartNumber, Body }))
        .then(({ ETag }) => ETag!);
      // Whoever awaits it is told; until then its failure must not end the process.
      sending.catch(() => {});
      sent.push(sending);
      await sent.at(-PARTS_UNDER_WAY);
    }
    const tags = await Promise.all(sent);
    const Parts = tags.map((ETag, i) => ({ ETag, PartNumber: i + 1 }));
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  } catch (error) {
    await Promise.allSettled(sent);
    // What can't be taken away now, the bucket's rule for unfinished uploads takes.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    throw error;
  }
}

/** The same bytes in pieces of one size; the last may be smaller. */
async function* inParts(content: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer, void> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    let rest =
      typeof chunk === 'string'
        ? Buffer.from(chunk)
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    while (bytes + rest.length >= PART_BYTES) {
      const taken = PART_BYTES - bytes;
      yield Buffer.concat([...gathered, rest.subarray(0, taken)]);
      rest = rest.subarray(taken);
      [gathered, bytes] = [[], 0];
    }
    if (rest.length > 0) gathered.push(rest);
    bytes += rest.length;
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

async function* prepend(first: readonly Buffer[], rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* first;
  yield* rest;
}
