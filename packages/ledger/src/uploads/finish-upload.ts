import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import { ShelfcastError, type TenantId, transferErrors } from '@shelfcast/domain';
import { createImport } from '../imports/create-import.ts';
import { getUpload } from './find-uploads.ts';
import { receivedParts } from './received-parts.ts';
import type { UploadRow } from './upload-row.ts';

/**
 * Makes an import of an upload that is whole, and returns its number; the caller queues it. However often, and from
 * wherever an earlier call was cut off: there is one import. Throws `transfer.not_found` and `transfer.incomplete`.
 */
export async function finishUpload(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  uploadId: string,
): Promise<number> {
  const upload = await database.withTenant(tenant, (tx) => getUpload(tx, uploadId), { readOnly: true });
  if (upload.finished_at) return upload.import_id;
  await makeBlob(blobs, upload);
  await database.withTenant(tenant, async (tx) => {
    const finished = await tx.query(
      `UPDATE shelfcast.upload SET finished_at = now(), touched_at = now(), received_bytes = file_bytes
       WHERE tenant_id = $1 AND upload_id = $2 AND finished_at IS NULL RETURNING upload_id`,
      [tenant, uploadId],
    );
    if (finished.length === 0) return;
    await createImport(tx, {
      importId: upload.import_id,
      fileName: upload.file_name,
      blobKey: upload.blob_key,
      bytes: upload.file_bytes,
      sha256: null,
      mapping: upload.mapping,
      review: upload.review,
      forecast: upload.forecast,
      createdBy: upload.created_by,
    });
  });
  return upload.import_id;
}

async function makeBlob(blobs: BlobStore, upload: UploadRow): Promise<void> {
  const { blob_key: key, file_bytes: bytes, multipart_id: id } = upload;
  if (id !== null) {
    const { parts, received } = await receivedParts(blobs, upload);
    // No parts at all: completed before, or thrown away by the bucket. The store then tells which.
    if (parts.length > 0 && received < bytes) throw incomplete(upload, received);
    await blobs.multipart!.complete(key, id, bytes).catch((error) => {
      throw error instanceof RangeError ? incomplete(upload, received) : error;
    });
    return;
  }
  if (upload.received_bytes < bytes) throw incomplete(upload, upload.received_bytes);
  await blobs.drafts!.finish(key, bytes);
}

function incomplete({ file_name, file_bytes }: UploadRow, received: number): ShelfcastError {
  const left = file_bytes - received;
  return new ShelfcastError(transferErrors.incomplete, {
    detail: `Of ${file_name} ${left.toLocaleString('en')} of ${file_bytes.toLocaleString('en')} bytes are still to come.`,
    remedy: 'Send what is missing, then complete it again.',
    where: { file: file_name },
  });
}
