import type { Upload } from '@shelfcast/contract';
import { UPLOAD_REST_DAYS, type UploadRow } from '@shelfcast/ledger';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/** An upload as the API shows it; `partsReceived` where its parts go to the store themselves. */
export function presentUpload(row: UploadRow, partsReceived: readonly number[] | null = null): Upload {
  return {
    upload: row.upload_id,
    way: row.multipart_id === null ? 'tus' : 'parts',
    file_name: row.file_name,
    file_bytes: row.file_bytes,
    received_bytes: row.received_bytes,
    part_bytes: row.part_bytes,
    parts_received: partsReceived && [...partsReceived],
    fingerprint: row.fingerprint,
    import: row.finished_at && row.import_id,
    created_by: row.created_by,
    created_at: row.created_at.toISOString(),
    expires_at: expiryOf(row).toISOString(),
  };
}

export function expiryOf(row: UploadRow): Date {
  return new Date(row.touched_at.getTime() + UPLOAD_REST_DAYS * DAY_MILLISECONDS);
}
