import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay } from '@shelfcast/domain';
import { stockOutDays } from './stock-out-days.ts';

/** A day on which a series was out of stock, as a file states. */
export interface StockOut {
  readonly series_id: number;
  readonly day: Day;
  /** True: a file says that there was none; false: nothing was on hand at the day's end. */
  readonly said: boolean;
}

/** Stated stock-outs of every series up to a day, by series and day. */
export function readStockOutsForRun(tx: TenantTransaction, upTo: Day): AsyncIterable<StockOut[]> {
  return tx.cursor<StockOut>(
    `SELECT t.series_id, o.day - date '1970-01-01' AS day, o.said
     FROM (${stockOutDays('$2::date')}) o
     JOIN shelfcast.series t ON t.tenant_id = $1 AND t.product_id = o.product_id AND t.location_id = o.location_id
     ORDER BY t.series_id, o.day`,
    [tx.tenant, formatDay(upTo)],
  );
}

/** Stated stock-outs of one series from a day to another, by day. */
export async function readStockOuts(
  tx: TenantTransaction,
  series: { readonly product_id: number; readonly location_id: number },
  from: Day,
  to: Day,
): Promise<Day[]> {
  const days = stockOutDays(
    '$5::date',
    'AND f.product_id = $2 AND f.location_id = $3 AND f.until >= $4 AND f.day <= $5',
  );
  const rows = await tx.query<{ day: Day }>(
    `SELECT o.day - date '1970-01-01' AS day FROM (${days}) o WHERE o.day >= $4 ORDER BY o.day`,
    [tx.tenant, series.product_id, series.location_id, formatDay(from), formatDay(to)],
  );
  return rows.map((row) => row.day);
}
