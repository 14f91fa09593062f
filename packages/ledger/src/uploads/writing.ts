import type { TenantTransaction } from '@shelfcast/database';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';
import { getUpload } from './find-uploads.ts';
import { UPLOAD_COLUMNS, type UploadRow } from './upload-row.ts';

/** A process that is silent for so long has died; it says more often that it lives. */
export const WRITING_SECONDS = 15;

/** Takes the right to write an upload's bytes. Throws `transfer.not_found` and `transfer.busy`. */
export async function claimWriting(
  tx: TenantTransaction,
  uploadId: string,
  writer: string,
): Promise<UploadRow> {
  const [claimed] = await tx.query<UploadRow>(
    `UPDATE shelfcast.upload SET writer = $3, writing_until = now() + make_interval(secs => ${WRITING_SECONDS})
     WHERE tenant_id = $1 AND upload_id = $2 AND (writer IS NULL OR writing_until < now())
     RETURNING ${UPLOAD_COLUMNS}`,
    [tx.tenant, uploadId, writer],
  );
  if (claimed) return claimed;
  await getUpload(tx, uploadId);
  throw busy();
}

/** Notes that bytes are durable up to here, and that the writer lives. Throws `transfer.busy` where it lost the right. */
export async function noteReceived(
  tx: TenantTransaction,
  uploadId: string,
  writer: string,
  receivedBytes: number,
): Promise<void> {
  const held = await tx.query(
    `UPDATE shelfcast.upload SET received_bytes = $4, touched_at = now(),
       writing_until = now() + make_interval(secs => ${WRITING_SECONDS})
     WHERE tenant_id = $1 AND upload_id = $2 AND writer = $3 RETURNING upload_id`,
    [tx.tenant, uploadId, writer, receivedBytes],
  );
  if (held.length === 0) throw busy();
}

/** Says that the writer lives, though nothing has come. */
export async function keepWriting(tx: TenantTransaction, uploadId: string, writer: string): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.upload SET writing_until = now() + make_interval(secs => ${WRITING_SECONDS})
     WHERE tenant_id = $1 AND upload_id = $2 AND writer = $3`,
    [tx.tenant, uploadId, writer],
  );
}

/** Says that somebody goes on with an upload whose bytes do not come through here. */
export async function touchUpload(tx: TenantTransaction, uploadId: string): Promise<void> {
  await tx.query('UPDATE shelfcast.upload SET touched_at = now() WHERE tenant_id = $1 AND upload_id = $2', [
    tx.tenant,
    uploadId,
  ]);
}

/** Gives the right back. */
export async function endWriting(tx: TenantTransaction, uploadId: string, writer: string): Promise<void> {
  await tx.query(
    `UPDATE shelfcast.upload SET writer = NULL, writing_until = NULL
     WHERE tenant_id = $1 AND upload_id = $2 AND writer = $3`,
    [tx.tenant, uploadId, writer],
  );
}

function busy(): ShelfcastError {
  return new ShelfcastError(transferErrors.busy, {
    detail: 'Another request is writing this upload, or was until a moment ago.',
    remedy: 'Wait some seconds, ask for the offset, and go on from there.',
  });
}
