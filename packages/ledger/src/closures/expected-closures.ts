import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay } from '@shelfcast/domain';

/** How long a weekday must have been closed throughout to be expected closed. */
const WEEKS = 8;

/**
 * Days from `from` to `to` on which locations are expected to be closed: stated ones, and weekdays that were closed
 * in each of the last eight weeks up to the location's last sale. By location and day.
 */
export function expectedClosures(
  tx: TenantTransaction,
  from: Day,
  to: Day,
): Promise<{ readonly location_id: number; readonly closed_on: Day }[]> {
  return tx.query(
    `WITH last_day AS (
       SELECT location_id, max(last_sold_on) AS day FROM shelfcast.series WHERE tenant_id = $1 GROUP BY location_id),
     closed_weekday AS (
       SELECT c.location_id, extract(isodow FROM c.closed_on) AS weekday
       FROM shelfcast.closure c JOIN last_day l USING (location_id)
       WHERE c.tenant_id = $1 AND c.closed_on > l.day - ${7 * WEEKS} AND c.closed_on <= l.day
       GROUP BY 1, 2 HAVING count(*) = ${WEEKS})
     SELECT w.location_id, d.day::date - date '1970-01-01' AS closed_on
     FROM closed_weekday w
     JOIN generate_series($2::date::timestamp, $3::date::timestamp, interval '1 day') AS d (day)
       ON extract(isodow FROM d.day) = w.weekday
     UNION
     SELECT location_id, closed_on - date '1970-01-01' FROM shelfcast.closure
     WHERE tenant_id = $1 AND kind = 'stated' AND closed_on BETWEEN $2 AND $3
     ORDER BY 1, 2`,
    [tx.tenant, formatDay(from), formatDay(to)],
  );
}
