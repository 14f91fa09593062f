import { VISIBLE } from './visible.ts';

/**
 * Demand by series and day, from the lines that `condition` lets through. A line taken back on the day it was sold,
 * to the unit, was a slip of the till and no demand (UCI Online Retail sells 74,215 jars and takes them back within
 * sixteen minutes); every other return leaves the day of sale as it was (docs/decisions/0008-demand-and-returns.md).
 *
 * Slips are few: they are found by themselves, so that the rest is grouped in one pass.
 */
export function demandByDay(condition = ''): string {
  return `
    SELECT sold.series_id, sold.sold_on, greatest(sold.units - coalesce(slip.units, 0), 0) AS units
    FROM (
      SELECT s.series_id, s.sold_on, coalesce(sum(s.units) FILTER (WHERE s.returned_on IS NULL), 0) AS units
      FROM shelfcast.sale s WHERE ${VISIBLE} ${condition}
      GROUP BY s.series_id, s.sold_on) sold
    LEFT JOIN (
      WITH back AS MATERIALIZED (
        SELECT s.series_id, s.sold_on, -s.units AS size, count(*) AS times
        FROM shelfcast.sale s WHERE ${VISIBLE} AND s.returned_on = s.sold_on ${condition}
        GROUP BY s.series_id, s.sold_on, s.units),
      forth AS (
        SELECT s.series_id, s.sold_on, s.units AS size, count(*) AS times
        FROM shelfcast.sale s
        WHERE ${VISIBLE} AND s.returned_on IS NULL ${condition}
          AND (s.series_id, s.sold_on, s.units) IN (SELECT series_id, sold_on, size FROM back)
        GROUP BY s.series_id, s.sold_on, s.units)
      SELECT series_id, sold_on, sum(size * least(back.times, forth.times)) AS units
      FROM back JOIN forth USING (series_id, sold_on, size)
      GROUP BY series_id, sold_on) slip USING (series_id, sold_on)`;
}
