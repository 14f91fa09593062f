import type { BlobStore } from '@shelfcast/blobs';
import type { UploadRow } from './upload-row.ts';

/** How many parts a file has, and how long each is: all alike, but the last, which holds the rest. */
export function partSize({ file_bytes, part_bytes }: UploadRow, part: number): number {
  return Math.min(part_bytes!, file_bytes - (part - 1) * part_bytes!);
}

/** The parts that the store holds; one of another length than it must have is none. */
export async function receivedParts(
  { multipart }: BlobStore,
  upload: UploadRow,
): Promise<{ parts: number[]; received: number }> {
  const stored = (await multipart?.parts(upload.blob_key, upload.multipart_id!)) ?? [];
  const whole = stored.filter(({ part, bytes }) => bytes === partSize(upload, part));
  return {
    parts: whole.map(({ part }) => part),
    received: whole.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
