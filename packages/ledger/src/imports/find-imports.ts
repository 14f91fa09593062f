import type { TenantTransaction } from '@shelfcast/database';
import { ledgerErrors, ShelfcastError } from '@shelfcast/domain';
import { IMPORT_COLUMNS, type ImportRow } from './import-row.ts';

/** One import, or undefined: another tenant's number is no number here. */
export async function findImport(tx: TenantTransaction, importId: number): Promise<ImportRow | undefined> {
  const [row] = await tx.query<ImportRow>(
    `SELECT ${IMPORT_COLUMNS} FROM shelfcast.import WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenant, importId],
  );
  return row;
}

/** One import. Throws `ledger.import_not_found`. */
export async function getImport(tx: TenantTransaction, importId: number): Promise<ImportRow> {
  return (await findImport(tx, importId)) ?? importNotFound(importId);
}

/** Imports from the newest on; `before` is the number of the last one seen. */
export function listImports(
  tx: TenantTransaction,
  page: { readonly before?: number; readonly limit: number },
): Promise<ImportRow[]> {
  return tx.query<ImportRow>(
    `SELECT ${IMPORT_COLUMNS} FROM shelfcast.import
     WHERE tenant_id = $1 AND import_id < $2 ORDER BY import_id DESC LIMIT $3`,
    [tx.tenant, page.before ?? Number.MAX_SAFE_INTEGER, page.limit],
  );
}

export function importNotFound(importId: number): never {
  throw new ShelfcastError(ledgerErrors.import_not_found, {
    detail: `There is no import ${importId}.`,
    remedy: 'Look it up in the list of imports.',
  });
}
