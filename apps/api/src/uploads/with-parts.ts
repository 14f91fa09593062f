import type { BlobStore } from '@shelfcast/blobs';
import type { Upload } from '@shelfcast/contract';
import { receivedParts, type UploadRow } from '@shelfcast/ledger';
import { presentUpload } from '../present/upload.ts';

/** An upload as it is shown, with what the store knows of its parts where they go there themselves. */
export async function withParts(blobs: BlobStore, row: UploadRow): Promise<Upload> {
  if (row.multipart_id === null || row.finished_at) return presentUpload(row);
  const { parts, received } = await receivedParts(blobs, row);
  return presentUpload({ ...row, received_bytes: received }, parts);
}
