import type { TenantTransaction } from '@shelfcast/database';
import type { ImportRow } from '../imports/import-row.ts';
import { resolveLocations, resolveProducts } from './resolve-names.ts';

/**
 * Brings up to date what is derived from facts, once an import of them has become committed or has been undone. Returns the
 * locations whose calendar of closed days is to be made anew.
 */
export async function factsChanged(
  tx: TenantTransaction,
  { import_id, kind }: Pick<ImportRow, 'import_id' | 'kind'>,
): Promise<number[]> {
  if (kind === 'products') await resolveProducts(tx, import_id);
  if (kind === 'locations') await resolveLocations(tx, import_id);
  return kind === 'hours' ? locationsOfHours(tx, import_id) : [];
}

async function locationsOfHours(tx: TenantTransaction, importId: number): Promise<number[]> {
  const rows = await tx.query<{ location_id: number }>(
    `SELECT l.location_id FROM shelfcast.location l WHERE l.tenant_id = $1 AND EXISTS (
       SELECT FROM shelfcast.hours_fact h
       WHERE h.tenant_id = $1 AND h.import_id = $2 AND h.location_id IN (0, l.location_id))`,
    [tx.tenant, importId],
  );
  return rows.map((row) => row.location_id);
}
