import type { TenantTransaction } from '@shelfcast/database';
import type { RejectedRow } from '@shelfcast/domain';

/** The rows of an import that were not loaded, in the file's order; at most MAX_STORED_REJECTS are kept. */
export function readRejects(tx: TenantTransaction, importId: number): AsyncIterable<RejectedRow[]> {
  return tx.cursor<RejectedRow>(
    `SELECT row_no AS row, field, value, cause, remedy FROM shelfcast.import_reject
     WHERE tenant_id = $1 AND import_id = $2 ORDER BY row_no`,
    [tx.tenant, importId],
  );
}
