import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BlobStore, folderBlobStore } from '@shelfcast/blobs';
import type { Database } from '@shelfcast/database';
import type { ColumnMapping, TenantId } from '@shelfcast/domain';
import { cloneDatabase } from '@shelfcast/testing';
import { openUpload } from '../../../sources/src/index.ts';
import { createImport, type ImportRow, type LoadOptions, loadImport } from '../index.ts';
import { hidden } from '../series/visible.ts';

/** A tenant with an empty ledger, and hands to put files into it. */
export interface Till extends AsyncDisposable {
  readonly database: Database;
  readonly ownerUrl: string;
  readonly blobs: BlobStore;
  readonly tenant: TenantId;
  /** Another tenant of the same database. */
  readonly stranger: TenantId;
  upload(text: string | Uint8Array, mapping?: ColumnMapping, options?: { review?: boolean }): Promise<number>;
  load(importId: number, options?: Partial<LoadOptions>): Promise<ImportRow>;
  /** `upload` and `load`. */
  bring(text: string | Uint8Array, mapping?: ColumnMapping): Promise<ImportRow>;
  /** Every line that counts now, as text, in order: the ledger as its readers see it. */
  visible(): Promise<string[]>;
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}

export async function openTill(): Promise<Till> {
  const cloned = await cloneDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'shelfcast-ledger-'));
  const { database } = cloned;
  const blobs = folderBlobStore(folder);
  const tenant = await cloned.tenant('Ours');
  const stranger = await cloned.tenant('Stranger');
  const query = <Row extends object>(text: string, values: readonly unknown[] = []) =>
    database.withTenant(tenant, (tx) => tx.query<Row>(text, values));
  const till: Till = {
    database,
    ownerUrl: cloned.ownerUrl,
    blobs,
    tenant,
    stranger,
    query,
    async upload(text, mapping, options) {
      const blobKey = `uploads/${randomUUID()}`;
      const { bytes } = await blobs.put(blobKey, text);
      const sha256 = createHash('sha256').update(text).digest('hex');
      return database.withTenant(tenant, (tx) =>
        createImport(tx, { fileName: 'sales.csv', blobKey, bytes, sha256, mapping, ...options }),
      );
    },
    load: (importId, options) => loadImport(database, blobs, tenant, importId, { openUpload, ...options }),
    bring: async (text, mapping) => till.load(await till.upload(text, mapping)),
    async visible() {
      const rows = await query<{ line: string }>(
        `SELECT concat_ws('|', p.code, l.code, s.sold_on, s.returned_on, s.units, s.revenue, s.order_code, s.line_code,
           s.ordinal) AS line
         FROM shelfcast.sale s JOIN shelfcast.series t USING (series_id)
         JOIN shelfcast.product p ON p.product_id = t.product_id
         JOIN shelfcast.location l ON l.location_id = t.location_id
         JOIN shelfcast.import i ON i.import_id = s.import_id AND i.state = 'committed'
         WHERE NOT ${hidden('s')}`,
      );
      return rows.map((row) => row.line).sort();
    },
    async [Symbol.asyncDispose]() {
      await cloned.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return till;
}
