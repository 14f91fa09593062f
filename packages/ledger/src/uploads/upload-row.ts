import { type ColumnMapping, ShelfcastError, type TenantId, transferErrors } from '@shelfcast/domain';

/** A file that arrives in pieces, and what is wanted of it once it is whole. */
export interface UploadRow {
  readonly tenant_id: TenantId;
  readonly upload_id: string;
  /** The number that its import will have, or has. */
  readonly import_id: number;
  readonly file_name: string;
  readonly file_bytes: number;
  readonly blob_key: string;
  readonly mapping: ColumnMapping | null;
  readonly review: boolean;
  readonly forecast: boolean;
  readonly fingerprint: string | null;
  /** Where the store takes parts by itself: its number for them, and the size of each but the last. */
  readonly multipart_id: string | null;
  readonly part_bytes: number | null;
  readonly received_bytes: number;
  readonly created_by: string | null;
  readonly created_at: Date;
  readonly touched_at: Date;
  readonly finished_at: Date | null;
}

/** What an UploadRow is read from. */
export const UPLOAD_COLUMNS = `tenant_id, upload_id, import_id, file_name, file_bytes, blob_key, mapping, review,
  forecast, fingerprint, multipart_id, part_bytes, received_bytes, created_by, created_at, touched_at, finished_at`;

/** Days of silence after which an upload is removed; the migration's gate function counts the same. */
export const UPLOAD_REST_DAYS = 7;

export function uploadNotFound(uploadId: string): ShelfcastError {
  return new ShelfcastError(transferErrors.not_found, {
    detail: `There is no upload ${uploadId}, or it was removed after ${UPLOAD_REST_DAYS} days of silence.`,
    remedy: 'Begin again by POST /v1/uploads; what is unfinished is listed by GET /v1/uploads.',
  });
}
