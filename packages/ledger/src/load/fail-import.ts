import type { TenantTransaction } from '@shelfcast/database';
import type { ShelfcastError } from '@shelfcast/domain';
import { FACT_TABLE_NAMES } from '../facts/write-facts.ts';
import { IMPORT_COLUMNS, type ImportFailure, type ImportRow } from '../imports/import-row.ts';
import { holdLease } from '../imports/lease.ts';
import { storedJson } from '../stored-json.ts';

/** Ends an import that cannot be loaded: nothing of it stays but its row, its rejects and why it failed. */
export async function failImport(
  tx: TenantTransaction,
  importId: number,
  owner: string,
  error: ShelfcastError,
): Promise<ImportRow> {
  await holdLease(tx, importId, owner);
  for (const table of ['sale', 'driver', 'stated_closure', ...FACT_TABLE_NAMES])
    await tx.query(`DELETE FROM shelfcast.${table} WHERE tenant_id = $1 AND import_id = $2`, [
      tx.tenant,
      importId,
    ]);
  const [failed] = await tx.query<ImportRow>(
    `UPDATE shelfcast.import SET state = 'failed', finished_at = now(), failure = $3, lease_owner = NULL,
       lease_until = NULL
     WHERE tenant_id = $1 AND import_id = $2 RETURNING ${IMPORT_COLUMNS}`,
    [tx.tenant, importId, storedJson(failureOf(error))],
  );
  return failed;
}

/** An error as an import keeps it. */
export function failureOf({ kind, details }: ShelfcastError): ImportFailure {
  return { code: kind.code, title: kind.title, ...details };
}
