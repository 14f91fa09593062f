import type { TenantTransaction } from '@shelfcast/database';
import { ledgerErrors, ShelfcastError } from '@shelfcast/domain';

/** A product at a location, with the names both go by. */
export interface SeriesRow {
  readonly series_id: number;
  readonly product_id: number;
  readonly product_code: string;
  readonly product_name: string | null;
  readonly location_id: number;
  readonly location_code: string;
  readonly location_name: string | null;
  /** Days of visible sales of more than zero units; null while there are none. */
  readonly first_sold_on: string | null;
  readonly last_sold_on: string | null;
}

export const SELECT_SERIES = `
  SELECT s.series_id, s.product_id, p.code AS product_code, p.name AS product_name, s.location_id,
    l.code AS location_code, l.name AS location_name, s.first_sold_on, s.last_sold_on
  FROM shelfcast.series s
  JOIN shelfcast.product p ON p.tenant_id = $1 AND p.product_id = s.product_id
  JOIN shelfcast.location l ON l.tenant_id = $1 AND l.location_id = s.location_id
  WHERE s.tenant_id = $1`;

/** Every series of the tenant, by number. */
export function readSeries(tx: TenantTransaction): AsyncIterable<SeriesRow[]> {
  return tx.cursor<SeriesRow>(`${SELECT_SERIES} ORDER BY s.series_id`, [tx.tenant]);
}

/** The series with these numbers, by number; numbers that are none of the tenant's are left out. */
export function findSeries(tx: TenantTransaction, seriesIds: readonly number[]): Promise<SeriesRow[]> {
  return tx.query<SeriesRow>(`${SELECT_SERIES} AND s.series_id = ANY($2::bigint[]) ORDER BY s.series_id`, [
    tx.tenant,
    seriesIds,
  ]);
}

/** One series. Throws `ledger.series_not_found`. */
export async function getSeries(tx: TenantTransaction, seriesId: number): Promise<SeriesRow> {
  const [row] = await findSeries(tx, [seriesId]);
  if (row) return row;
  throw new ShelfcastError(ledgerErrors.series_not_found, {
    detail: `There is no series ${seriesId}.`,
    remedy: 'Look it up in the list of series.',
  });
}
