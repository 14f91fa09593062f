import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { UPLOAD_COLUMNS, type UploadRow, uploadNotFound } from './upload-row.ts';

/**
 * Forgets an upload, with the bytes that have come of it; what has become an import stays one. Throws `transfer.not_found`.
 */
export async function discardUpload(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  uploadId: string,
): Promise<void> {
  const [row] = await database.withTenant(tenant, (tx) =>
    tx.query<UploadRow>(
      `DELETE FROM shelfcast.upload WHERE tenant_id = $1 AND upload_id = $2 RETURNING ${UPLOAD_COLUMNS}`,
      [tenant, uploadId],
    ),
  );
  if (!row) throw uploadNotFound(uploadId);
  if (row.finished_at !== null) return;
  // Should the process end here, the bytes go with the store's own sweep of what is never finished.
  if (row.multipart_id === null) await blobs.drafts?.remove(row.blob_key);
  else await blobs.multipart?.abort(row.blob_key, row.multipart_id);
}
