import type { TenantId } from '@shelfcast/domain';
import { finishUpload, type UploadRow } from '@shelfcast/ledger';
import type { Dependencies } from '../dependencies.ts';
import { sendImport } from '../send-import.ts';

/** Makes an import of an upload whose last byte has arrived, and queues it; nothing where bytes are still to come. */
export async function becomeImport(
  { database, blobs, jobs }: Pick<Dependencies, 'database' | 'blobs' | 'jobs'>,
  tenant: TenantId,
  upload: UploadRow,
): Promise<void> {
  if (upload.finished_at || upload.received_bytes < upload.file_bytes) return;
  const importId = await finishUpload(database, blobs, tenant, upload.upload_id);
  // Should the process end between the two, the worker's sweep finds the import without its job.
  await sendImport(jobs, tenant, importId);
}
