import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';

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
