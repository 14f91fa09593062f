import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay } from '@shelfcast/domain';

/** What is known of a series on a day: price, promotion; past and planned. */
export interface DriverRow {
  readonly series_id: number;
  readonly day: Day;
  readonly import_id: number;
  readonly known: Readonly<Record<string, number>>;
}

/** Drivers of every series, by series and day. Of several imports that speak of a day the latest holds. */
export function readDriversForRun(tx: TenantTransaction): AsyncIterable<DriverRow[]> {
  return tx.cursor<DriverRow>(
    `SELECT DISTINCT ON (s.series_id, s.day) s.series_id, s.day - date '1970-01-01' AS day, s.import_id, s.known
     FROM shelfcast.driver s
     WHERE s.tenant_id = $1 AND s.import_id IN (
       SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed')
     ORDER BY s.series_id, s.day, s.import_id DESC`,
    [tx.tenant],
  );
}

/** Drivers of one series from a day to another that stand beside sales or plans in files, by day; the latest import holds. */
export function readDrivers(
  tx: TenantTransaction,
  seriesId: number,
  from: Day,
  to: Day,
): Promise<DriverRow[]> {
  return tx.query<DriverRow>(
    `SELECT DISTINCT ON (s.day) s.series_id, s.day - date '1970-01-01' AS day, s.import_id, s.known
     FROM shelfcast.driver s
     WHERE s.tenant_id = $1 AND s.series_id = $2 AND s.day BETWEEN $3 AND $4 AND s.import_id IN (
       SELECT i.import_id FROM shelfcast.import i WHERE i.tenant_id = $1 AND i.state = 'committed')
     ORDER BY s.day, s.import_id DESC`,
    [tx.tenant, seriesId, formatDay(from), formatDay(to)],
  );
}
