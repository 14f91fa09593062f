import type { TenantTransaction } from '@shelfcast/database';
import type { ColumnMapping } from '@shelfcast/domain';
import { storedJson } from '../stored-json.ts';

/** The mapping by which the last file with just these columns was loaded; null where there was none. */
export async function rememberedMapping(
  tx: TenantTransaction,
  columns: readonly string[],
): Promise<ColumnMapping | null> {
  const [row] = await tx.query<{ mapping: ColumnMapping }>(
    `SELECT mapping FROM shelfcast.import
     WHERE tenant_id = $1 AND state = 'committed' AND mapping IS NOT NULL
       AND survey->'sample'->'columns' = $2::jsonb
     ORDER BY import_id DESC LIMIT 1`,
    [tx.tenant, storedJson(columns)],
  );
  return row?.mapping ?? null;
}
