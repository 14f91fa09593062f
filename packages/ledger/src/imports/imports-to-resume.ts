import type { Database } from '@shelfcast/database';
import type { TenantId } from '@shelfcast/domain';

/** Imports that nobody works on: never taken, or left by a worker that died. Hand each to `loadImport` again. */
export async function importsToResume(
  database: Database,
): Promise<{ readonly tenant: TenantId; readonly importId: number }[]> {
  const rows = await database.gate.unfinishedImports();
  return rows.map((row) => ({ tenant: row.tenant_id, importId: row.import_id }));
}
