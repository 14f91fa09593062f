import { randomUUID } from 'node:crypto';
import { type BlobStore, blobName } from '@shelfcast/blobs';
import type { Database, TenantTransaction } from '@shelfcast/database';
import { type ColumnMapping, ShelfcastError, type TenantId, transferErrors } from '@shelfcast/domain';
import { nextImportId } from '../imports/create-import.ts';
import { UPLOAD_COLUMNS, type UploadRow } from './upload-row.ts';

export interface NewUpload {
  readonly fileName: string;
  readonly bytes: number;
  /** The same again means the same file: it goes on where it was. */
  readonly fingerprint: string | null;
  readonly mapping: ColumnMapping | null;
  readonly review: boolean;
  readonly forecast: boolean;
  readonly createdBy: string | null;
}

/** A shop drops a handful of files at once; more than this is a mistake, or somebody who fills the disk. */
export const MOST_UNFINISHED_UPLOADS = 20;
/** Left for the database, which grows with what is imported. */
const SPARE_BYTES = 2 ** 28;

/**
 * Begins an upload; or gives back the unfinished one of the same fingerprint and size, which then takes the wishes of now.
 * Throws `transfer.too_many` and `transfer.disk_full`.
 */
export async function beginUpload(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  wanted: NewUpload,
): Promise<UploadRow> {
  const known = await database.withTenant(tenant, (tx) => goOn(tx, wanted));
  if (known) return known;
  await requireSpace(blobs, wanted);
  const importId = await database.withTenant(tenant, nextImportId);
  const blobKey = `tenants/${tenant}/imports/${importId}/${blobName(wanted.fileName)}`;
  const { multipart } = blobs;
  const parts = multipart && {
    id: await multipart.begin(blobKey),
    bytes: multipart.partBytes(wanted.bytes),
  };
  let begun: UploadRow | undefined;
  try {
    begun = await database.withTenant(tenant, (tx) => insert(tx, wanted, { importId, blobKey, parts }));
    return begun;
  } finally {
    // Refused, or begun by another request in the same moment.
    if (parts && begun?.multipart_id !== parts.id) await multipart.abort(blobKey, parts.id);
  }
}

async function goOn(tx: TenantTransaction, wanted: NewUpload): Promise<UploadRow | undefined> {
  if (wanted.fingerprint === null) return undefined;
  const [row] = await tx.query<UploadRow>(
    `UPDATE shelfcast.upload SET file_name = $4, mapping = $5, review = $6, forecast = $7, touched_at = now()
     WHERE tenant_id = $1 AND fingerprint = $2 AND file_bytes = $3 AND finished_at IS NULL
     RETURNING ${UPLOAD_COLUMNS}`,
    [tx.tenant, wanted.fingerprint, wanted.bytes, wanted.fileName, ...wishes(wanted)],
  );
  return row;
}

interface Place {
  readonly importId: number;
  readonly blobKey: string;
  /** Where the store takes parts by itself. */
  readonly parts: { readonly id: string; readonly bytes: number } | undefined;
}

async function insert(tx: TenantTransaction, wanted: NewUpload, place: Place): Promise<UploadRow> {
  // One after the other, so that two cannot both be the last that is allowed.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('shelfcast.upload ' || $1, 0))`, [tx.tenant]);
  const [{ count }] = await tx.query<{ count: number }>(
    'SELECT count(*) AS count FROM shelfcast.upload WHERE tenant_id = $1 AND finished_at IS NULL',
    [tx.tenant],
  );
  if (count >= MOST_UNFINISHED_UPLOADS) throw tooMany(count);
  const [row] = await tx.query<UploadRow>(
    `INSERT INTO shelfcast.upload (tenant_id, upload_id, import_id, blob_key, file_name, file_bytes, fingerprint,
       mapping, review, forecast, created_by, multipart_id, part_bytes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     ON CONFLICT (tenant_id, fingerprint) WHERE finished_at IS NULL DO UPDATE SET touched_at = now()
       WHERE upload.file_bytes = excluded.file_bytes
     RETURNING ${UPLOAD_COLUMNS}`,
    [
      tx.tenant,
      randomUUID(),
      place.importId,
      place.blobKey,
      wanted.fileName,
      wanted.bytes,
      wanted.fingerprint,
      ...wishes(wanted),
      wanted.createdBy,
      place.parts?.id ?? null,
      place.parts?.bytes ?? null,
    ],
  );
  if (row) return row;
  // The fingerprint is that of another file: this one goes without.
  return insert(tx, { ...wanted, fingerprint: null }, place);
}

function wishes({ mapping, review, forecast }: NewUpload): unknown[] {
  return [mapping && JSON.stringify(mapping), review, forecast];
}

async function requireSpace({ drafts }: BlobStore, { bytes, fileName }: NewUpload): Promise<void> {
  if (!drafts) return;
  const free = await drafts.free();
  if (free >= bytes + SPARE_BYTES) return;
  const megabytes = (count: number) => `${Math.ceil(count / 1e6).toLocaleString('en')} MB`;
  throw new ShelfcastError(transferErrors.disk_full, {
    detail: `${fileName} has ${megabytes(bytes)}, and the server's disk has ${megabytes(free)} left.`,
    remedy: 'Free some space on the server, or compress the file with gzip, and send it again.',
    where: { file: fileName },
  });
}

function tooMany(count: number): ShelfcastError {
  return new ShelfcastError(transferErrors.too_many, {
    detail: `${count} uploads of your company are unfinished, which is the most there may be.`,
    remedy: 'Finish some, or discard those that nobody goes on with.',
  });
}
