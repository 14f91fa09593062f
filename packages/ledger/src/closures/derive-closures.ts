import type { TenantTransaction } from '@shelfcast/database';
import { deriveHours } from '../facts/derive-hours.ts';

/**
 * Below four weeks a habit is a guess.
 */
const FEWEST_DAYS = 28;
/** A location that sells on four of five days it is open on sells on nearly every day. */
const NEARLY_EVERY_DAY = 0.8;
/** A weekday with fewer sales than this share of its days is none of the location's days. */
const OPEN_WEEKDAY = 0.1;
/** Odds at which a weekday without any sale is no accident. */
const ACCIDENT = 0.001;

/**
 * Makes the calendar of closed days anew for the given locations: the days that a file states, unless something
 * was sold, and the days inferred from the sales. Inferred is a day without any sale between a location's first and
 * last, where (a) the location sells on nearly every day of the weekdays it sells on at all, or (b) it never sells
 * on this weekday, though by its habit it should have.
 */
export async function deriveClosures(tx: TenantTransaction, locations: readonly number[]): Promise<void> {
  if (locations.length === 0) return;
  await deriveHours(tx, locations);
  const values = [tx.tenant, locations];
  await tx.query(
    'DELETE FROM shelfcast.closure WHERE tenant_id = $1 AND location_id = ANY($2::bigint[])',
    values,
  );
  await tx.query(
    `WITH sold AS MATERIALIZED (
       SELECT DISTINCT d.location_id, d.day AS sold_on
       FROM shelfcast.location_day d JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = d.import_id
       WHERE d.tenant_id = $1 AND i.state = 'committed' AND d.lines > 0 AND d.location_id = ANY($2::bigint[])),
     calendar AS MATERIALIZED (
       SELECT span.location_id, d.day::date AS day, extract(isodow FROM d.day) AS weekday, s.sold_on IS NOT NULL AS sold
       FROM (SELECT location_id, min(sold_on) AS first, max(sold_on) AS last FROM sold GROUP BY location_id) span
       CROSS JOIN LATERAL generate_series(span.first::timestamp, span.last::timestamp, interval '1 day') AS d (day)
       LEFT JOIN sold s ON s.location_id = span.location_id AND s.sold_on = d.day::date),
     weekday AS (
       SELECT location_id, weekday, count(*) AS days, count(*) FILTER (WHERE sold) AS sold
       FROM calendar GROUP BY location_id, weekday),
     habit AS (
       SELECT location_id, sum(days) AS days,
         coalesce(sum(sold) FILTER (WHERE sold > ${OPEN_WEEKDAY} * days)
           / sum(days) FILTER (WHERE sold > ${OPEN_WEEKDAY} * days), 0)::double precision AS share
       FROM weekday GROUP BY location_id),
     inferred AS (
       SELECT c.location_id, c.day
       FROM calendar c JOIN weekday w USING (location_id, weekday) JOIN habit h USING (location_id)
       WHERE NOT c.sold AND h.days >= ${FEWEST_DAYS}
         AND (h.share >= ${NEARLY_EVERY_DAY} OR (w.sold = 0 AND power(1 - h.share, w.days) < ${ACCIDENT}))),
     stated AS (
       SELECT c.location_id, c.closed_on AS day FROM (
         SELECT c.location_id, c.closed_on FROM shelfcast.stated_closure c
         JOIN shelfcast.import i ON i.tenant_id = $1 AND i.import_id = c.import_id AND i.state = 'committed'
         WHERE c.tenant_id = $1 AND c.location_id = ANY($2::bigint[])
         UNION
         SELECT h.location_id, h.closed_on FROM shelfcast.hours_closure h
         WHERE h.tenant_id = $1 AND h.location_id = ANY($2::bigint[])) c
       WHERE NOT EXISTS (SELECT FROM sold s WHERE s.location_id = c.location_id AND s.sold_on = c.closed_on))
     INSERT INTO shelfcast.closure (tenant_id, location_id, closed_on, kind)
     SELECT $1::uuid, location_id, day, 'stated' FROM stated
     UNION ALL
     SELECT $1::uuid, location_id, day, 'inferred' FROM inferred
     WHERE (location_id, day) NOT IN (SELECT location_id, day FROM stated)`,
    values,
  );
}

/** The locations whose calendar an import's own rows can change. */
export async function locationsTouchedBy(tx: TenantTransaction, importId: number): Promise<number[]> {
  const rows = await tx.query<{ location_id: number }>(
    `SELECT location_id FROM shelfcast.location_day WHERE tenant_id = $1 AND import_id = $2
     UNION SELECT location_id FROM shelfcast.stated_closure WHERE tenant_id = $1 AND import_id = $2`,
    [tx.tenant, importId],
  );
  return rows.map((row) => row.location_id);
}
