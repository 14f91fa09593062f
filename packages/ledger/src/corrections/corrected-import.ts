import type { TenantTransaction } from '@shelfcast/database';
import {
  type ColumnMapping,
  type CorrectedImport,
  type FileReading,
  ShelfcastError,
  uploadErrors,
} from '@shelfcast/domain';
import type { ImportState } from '../imports/import-row.ts';

/** One that failed because none of its rows could be used has rows to correct, too. */
const CORRECTABLE: ReadonlySet<ImportState> = new Set(['committed', 'failed']);

/** What a file that corrects rejected rows of an import must know of it. Throws `upload.nothing_to_correct`. */
export async function correctedImport(tx: TenantTransaction, importId: number): Promise<CorrectedImport> {
  const [row] = await tx.query<{
    state: ImportState;
    correction_of: number | null;
    reading: FileReading | null;
    mapping: ColumnMapping | null;
  }>(
    `SELECT state, correction_of, reading, mapping FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenant, importId],
  );
  if (!row?.reading || !CORRECTABLE.has(row.state) || row.correction_of !== null)
    throw new ShelfcastError(uploadErrors.nothing_to_correct, {
      detail: row
        ? `The file corrects rows of import ${importId}, which is ${row.state}.`
        : `The file corrects rows of import ${importId}, and there is none of that number.`,
      remedy:
        'Load the file again, download its rejected rows and correct those; or remove the columns that begin with shelfcast_: then it is a file of its own.',
    });
  const rejects = await tx.query<{ row_no: number }>(
    'SELECT row_no FROM shelfcast.import_reject WHERE tenant_id = $1 AND import_id = $2',
    [tx.tenant, importId],
  );
  return {
    importId,
    reading: row.reading,
    mapping: row.mapping,
    rejectedRows: new Set(rejects.map(({ row_no }) => row_no)),
  };
}
