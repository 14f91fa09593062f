import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay } from '@shelfcast/domain';

/** A price or promotion of a series over a time, as a file states it. */
export interface PricePeriod {
  readonly series_id: number;
  readonly import_id: number;
  readonly from: Day;
  /** Included; null: until another row says otherwise. */
  readonly to: Day | null;
  readonly drivers: Readonly<Record<string, number>>;
}

const PERIODS = `
  SELECT t.series_id, f.import_id, f.starts_on - date '1970-01-01' AS "from", f.ends_on - date '1970-01-01' AS "to", f.drivers
  FROM shelfcast.price_fact f
  JOIN shelfcast.series t ON t.tenant_id = $1 AND t.product_id = f.product_id AND f.location_id IN (0, t.location_id)
  WHERE f.tenant_id = $1 AND f.import_id = ANY (ARRAY(
    SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.kind = 'prices' AND i.state = 'committed'))`;
/**
 * Of rows that speak of the same day the last one holds: of the latest import; within it, of the location itself rather than of
 * all; then the one that began last, so that a promotion interrupts a price and the price goes on behind it.
 */
const LAST_HOLDS = 'f.import_id, f.location_id <> 0, f.starts_on, f.row_no';

/** Prices and promotions of every series, past and planned, by series and so that the last one that speaks of a day holds. */
export function readPricesForRun(tx: TenantTransaction): AsyncIterable<PricePeriod[]> {
  return tx.cursor<PricePeriod>(`${PERIODS} ORDER BY t.series_id, ${LAST_HOLDS}`, [tx.tenant]);
}

/** The periods of one series that reach a day or come after it, in the same order. */
export function readPrices(tx: TenantTransaction, seriesId: number, from: Day): Promise<PricePeriod[]> {
  return tx.query<PricePeriod>(
    `${PERIODS} AND t.series_id = $2 AND (f.ends_on IS NULL OR f.ends_on >= $3) ORDER BY ${LAST_HOLDS}`,
    [tx.tenant, seriesId, formatDay(from)],
  );
}
