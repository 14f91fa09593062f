import type { TenantTransaction } from '@shelfcast/database';

/** Counts on how many lines an import sells something, by location and day. Nothing hides any of them yet. */
export async function countLocationDays(tx: TenantTransaction, importId: number): Promise<void> {
  await tx.query(
    `INSERT INTO shelfcast.location_day (tenant_id, location_id, day, import_id, lines)
     SELECT $1::uuid, t.location_id, s.sold_on, $2::bigint, count(*)
     FROM shelfcast.sale s JOIN shelfcast.series t ON t.tenant_id = $1 AND t.series_id = s.series_id
     WHERE s.tenant_id = $1 AND s.import_id = $2 AND s.units > 0
     GROUP BY t.location_id, s.sold_on`,
    [tx.tenant, importId],
  );
}

/** What changes when lines are hidden, or shown again. */
export interface ChangedLines {
  /** How many lines are hidden now that were not, or shown. */
  readonly count: number;
  /** Series of those that sold something. */
  readonly series: readonly number[];
  readonly locations: readonly number[];
}

/**
 * The end of a statement whose CTE `changed` holds lines that are now hidden (sign -1) or shown (1): counts them anew by location and
 * day, and reads them as ChangedLines. $1 is the tenant.
 */
export const recount = (sign: 1 | -1): string => `
  days AS MATERIALIZED (
    SELECT t.location_id, c.sold_on AS day, c.import_id, count(*) AS lines
    FROM changed c JOIN shelfcast.series t ON t.tenant_id = $1 AND t.series_id = c.series_id
    WHERE c.units > 0
    GROUP BY t.location_id, c.sold_on, c.import_id),
  recounted AS (
    UPDATE shelfcast.location_day d SET lines = d.lines + ${sign} * days.lines
    FROM days
    WHERE d.tenant_id = $1 AND d.location_id = days.location_id AND d.day = days.day AND d.import_id = days.import_id)
  SELECT (SELECT count(*) FROM changed) AS count,
    ARRAY(SELECT DISTINCT series_id FROM changed WHERE units > 0) AS series,
    ARRAY(SELECT DISTINCT location_id FROM days) AS locations`;
