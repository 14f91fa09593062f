import { createHash } from 'node:crypto';
import { BlobNotFound, type BlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';
import { getImport } from '../imports/find-imports.ts';

/**
 * Gives an import that came in pieces the hash of its file, in one pass; one that has it is left alone. Done before it is
 * surveyed or loaded, because the same bytes again change nothing. A file that is gone is left for the load to tell.
 */
export async function hashImport(
  database: Database,
  blobs: BlobStore,
  tenant: TenantId,
  importId: number,
  signal?: AbortSignal,
): Promise<void> {
  const row = await database.withTenant(tenant, (tx) => getImport(tx, importId), { readOnly: true });
  if (row.content_sha256 !== null) return;
  const hash = createHash('sha256');
  try {
    for await (const chunk of await blobs.open(row.blob_key)) {
      signal?.throwIfAborted();
      hash.update(chunk as Buffer);
    }
  } catch (error) {
    if (error instanceof BlobNotFound) return;
    throw error;
  }
  await database.withTenant(tenant, (tx) =>
    tx.query(
      `UPDATE shelfcast.import SET content_sha256 = $3
       WHERE tenant_id = $1 AND import_id = $2 AND content_sha256 IS NULL`,
      [tenant, importId, hash.digest('hex')],
    ),
  );
}
