import { VISIBLE } from './visible.ts';

/**
 * Demand by series and day, from the lines that `condition` lets through. A line taken back on the day it was sold,
 * to the unit, was a slip of the till and no demand (UCI Online Retail sells 74,215 jars and takes them back within
 * sixteen minutes); every other return leaves the day of sale as it was (docs/decisions/demand-and-returns.md).
 */
export function demandByDay(condition: string): string {
  return `
    SELECT series_id, sold_on, sum(greatest(net, 0)) AS units
    FROM (
      SELECT s.series_id, s.sold_on, sum(s.units) AS net
      FROM shelfcast.sale s
      WHERE ${VISIBLE} AND (s.returned_on IS NULL OR s.returned_on = s.sold_on) ${condition}
      GROUP BY s.series_id, s.sold_on, abs(s.units)) by_size
    GROUP BY series_id, sold_on`;
}
