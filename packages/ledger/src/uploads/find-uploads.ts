import type { TenantTransaction } from '@shelfcast/database';
import { UPLOAD_COLUMNS, type UploadRow, uploadNotFound } from './upload-row.ts';

/** One upload. Throws `transfer.not_found`: another tenant's id is no id here. */
export async function getUpload(tx: TenantTransaction, uploadId: string): Promise<UploadRow> {
  const [row] = await tx.query<UploadRow>(
    `SELECT ${UPLOAD_COLUMNS} FROM shelfcast.upload WHERE tenant_id = $1 AND upload_id = $2`,
    [tx.tenant, uploadId],
  );
  if (!row) throw uploadNotFound(uploadId);
  return row;
}

/** What is under way or was left, the latest first. No more than a tenant may have at once. */
export function listUnfinishedUploads(tx: TenantTransaction): Promise<UploadRow[]> {
  return tx.query<UploadRow>(
    `SELECT ${UPLOAD_COLUMNS} FROM shelfcast.upload
     WHERE tenant_id = $1 AND finished_at IS NULL ORDER BY touched_at DESC`,
    [tx.tenant],
  );
}
