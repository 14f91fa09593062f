import type { TenantTransaction } from '@shelfcast/database';

export interface LocationRow {
  readonly location_id: number;
  readonly code: string;
  readonly name: string | null;
  /** How many products it sells or sold. */
  readonly series_count: number;
}

/** A page of locations, by code. `after` is the code of the last one seen. */
export function listLocations(
  tx: TenantTransaction,
  page: { readonly after?: string; readonly limit: number },
): Promise<LocationRow[]> {
  return tx.query<LocationRow>(
    `SELECT l.location_id, l.code, l.name, (
       SELECT count(*) FROM shelfcast.series s WHERE s.tenant_id = $1 AND s.location_id = l.location_id) AS series_count
     FROM shelfcast.location l
     WHERE l.tenant_id = $1 AND ($2::text IS NULL OR l.code COLLATE "C" > $2)
     ORDER BY l.code COLLATE "C" LIMIT $3`,
    [tx.tenant, page.after ?? null, page.limit],
  );
}

/** One location, or undefined: another tenant's number is no number here. */
export async function findLocation(
  tx: TenantTransaction,
  locationId: number,
): Promise<Omit<LocationRow, 'series_count'> | undefined> {
  const [row] = await tx.query<Omit<LocationRow, 'series_count'>>(
    'SELECT location_id, code, name FROM shelfcast.location WHERE tenant_id = $1 AND location_id = $2',
    [tx.tenant, locationId],
  );
  return row;
}
