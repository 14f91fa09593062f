import type { TenantTransaction } from '@shelfcast/database';
import type { OpenUpload } from '@shelfcast/domain';
import { holdLease } from '../imports/lease.ts';
import { storedJson } from '../stored-json.ts';

/** Notes the layout that was recognised and what the file holds, and names the source its lines are keyed in. Returns the source's id. */
export async function beginImport(
  tx: TenantTransaction,
  importId: number,
  owner: string,
  { layout, kind, reading, correctionOf }: Pick<OpenUpload, 'layout' | 'kind' | 'reading' | 'correctionOf'>,
): Promise<number> {
  await holdLease(tx, importId, owner);
  const name = `upload:${layout}`;
  await tx.query(
    `INSERT INTO shelfcast.source (tenant_id, name) VALUES ($1, $2) ON CONFLICT (tenant_id, name) DO NOTHING`,
    [tx.tenant, name],
  );
  const [{ source_id }] = await tx.query<{ source_id: number }>(
    `UPDATE shelfcast.import i SET layout = $3, kind = $5, source_id = s.source_id, reading = $6, correction_of = $7
     FROM shelfcast.source s
     WHERE i.tenant_id = $1 AND i.import_id = $2 AND s.tenant_id = $1 AND s.name = $4 RETURNING s.source_id`,
    [tx.tenant, importId, layout, name, kind, storedJson(reading), correctionOf],
  );
  return source_id;
}
