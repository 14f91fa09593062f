import type { TenantTransaction } from '@shelfcast/database';
import type { ColumnMapping } from '@shelfcast/domain';
import { storedJson } from '../stored-json.ts';

export interface NewImport {
  /** From `nextImportId`, where the blob's key was to hold it. */
  readonly importId?: number;
  /** As the person's file is called. */
  readonly fileName: string;
  /** Where the blob store holds it. */
  readonly blobKey: string;
  readonly bytes: number;
  /** Of the file's bytes, in lower-case hex; null where the worker is to find it. */
  readonly sha256: string | null;
  readonly mapping?: ColumnMapping | null;
  /** Start a forecast run once it has committed. */
  readonly forecast?: boolean;
  /** Survey it, and wait for a person's word before it is loaded. */
  readonly review?: boolean;
  readonly createdBy?: string | null;
}

/** Takes the number of an import that is yet to be created, so that its blob can be named by it. */
export async function nextImportId(tx: TenantTransaction): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`SELECT nextval('shelfcast.import_import_id_seq') AS id`);
  return row.id;
}

/** Records an uploaded file as an import that waits to be loaded. Returns its number. */
export async function createImport(tx: TenantTransaction, upload: NewImport): Promise<number> {
  const importId = upload.importId ?? (await nextImportId(tx));
  await tx.query(
    `INSERT INTO shelfcast.import (tenant_id, import_id, file_name, blob_key, file_bytes, content_sha256, mapping,
       forecast, created_by, review)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenant,
      importId,
      upload.fileName,
      upload.blobKey,
      upload.bytes,
      upload.sha256,
      upload.mapping ? storedJson(upload.mapping) : null,
      upload.forecast ?? false,
      upload.createdBy ?? null,
      upload.review ?? false,
    ],
  );
  return importId;
}

/** Remembers the run that an import started. */
export async function linkImportToRun(tx: TenantTransaction, importId: number, runId: number): Promise<void> {
  await tx.query('UPDATE shelfcast.import SET run_id = $3 WHERE tenant_id = $1 AND import_id = $2', [
    tx.tenant,
    importId,
    runId,
  ]);
}
