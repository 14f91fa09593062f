import type { TenantTransaction } from '@shelfcast/database';
import type { ImportSurvey } from '../imports/import-row.ts';

/** What was found out about an import before it was loaded; null where it was not surveyed, or is being. */
export async function readSurvey(tx: TenantTransaction, importId: number): Promise<ImportSurvey | null> {
  const [row] = await tx.query<{ survey: ImportSurvey | null }>(
    'SELECT survey FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2',
    [tx.tenant, importId],
  );
  return row?.survey ?? null;
}
