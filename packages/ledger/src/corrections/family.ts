import type { TenantTransaction } from '@shelfcast/database';

/** The committed corrections of an import, the newest first. */
export async function committedCorrections(tx: TenantTransaction, importId: number): Promise<number[]> {
  const rows = await tx.query<{ import_id: number }>(
    `SELECT import_id FROM shelfcast.import
     WHERE tenant_id = $1 AND correction_of = $2 AND state = 'committed' ORDER BY import_id DESC`,
    [tx.tenant, importId],
  );
  return rows.map(({ import_id }) => import_id);
}
