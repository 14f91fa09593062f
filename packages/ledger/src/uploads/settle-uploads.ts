import type { BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import { ShelfcastError, transferErrors } from '@shelfcast/domain';
import { discardUpload } from './discard-upload.ts';
import { finishUpload } from './finish-upload.ts';

/**
 * Finishes uploads that were whole when their process died, and removes those that nobody has gone on with for a week. What
 * became an import is found by whoever looks for imports without a worker.
 */
export async function settleUploads(
  database: Database,
  blobs: BlobStore,
): Promise<{ finished: number; removed: number }> {
  let finished = 0;
  let removed = 0;
  for (const { tenant_id: tenant, upload_id: upload, is_whole } of await database.gate.uploadsToSettle()) {
    try {
      if (is_whole) {
        await finishUpload(database, blobs, tenant, upload);
        finished += 1;
      } else {
        await discardUpload(database, blobs, tenant, upload);
        removed += 1;
      }
    } catch (error) {
      // Somebody else was quicker.
      if (!(error instanceof ShelfcastError) || error.kind !== transferErrors.not_found) throw error;
    }
  }
  return { finished, removed };
}
