import type { TenantTransaction } from '@shelfcast/database';
import type { FileReading, RejectedRow } from '@shelfcast/domain';

/** The rows of an import that were not loaded, in the file's order; at most MAX_STORED_REJECTS are kept. */
export function readRejects(tx: TenantTransaction, importId: number): AsyncIterable<RejectedRow[]> {
  return tx.cursor<RejectedRow>(
    `SELECT row_no AS row, field, value, cause, remedy, cells FROM shelfcast.import_reject
     WHERE tenant_id = $1 AND import_id = $2 ORDER BY row_no`,
    [tx.tenant, importId],
  );
}

/** What a download of an import's rejected rows is written by. */
export interface RejectsShape {
  /** The import that a correction of these rows belongs to: this one, or the one whose rows it corrects itself. */
  readonly correctedImport: number;
  readonly kept: readonly string[];
  readonly delimiter: string;
}

/** How the rejected rows of an import stood in their file. */
export async function readRejectsShape(tx: TenantTransaction, importId: number): Promise<RejectsShape> {
  const [{ correction_of, reading }] = await tx.query<{
    correction_of: number | null;
    reading: FileReading | null;
  }>('SELECT correction_of, reading FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2', [
    tx.tenant,
    importId,
  ]);
  return {
    correctedImport: correction_of ?? importId,
    kept: reading?.kept ?? [],
    delimiter: reading?.delimiter ?? '',
  };
}
