import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, parseDay } from '@shelfcast/domain';
import { demandByDay } from './demand.ts';
import { getSeries } from './read-series.ts';
import { lastSaleDay } from './read-series-for-run.ts';
import { VISIBLE } from './visible.ts';

/** What a series sold, a value a day from `from` on. */
export interface SeriesHistory {
  readonly from: Day;
  /** Demand; null where the location was closed. */
  readonly units: (number | null)[];
  /** Units that came back on the day, whenever they were sold. */
  readonly returned: number[];
  /** Money taken, returns deducted; null where the location was closed, or no money is known. */
  readonly revenue: (number | null)[];
  readonly currency: string | null;
  readonly unit: string;
  /** Indices of the days on which the location was closed. */
  readonly closed: number[];
}

interface HistoryDay {
  readonly day: Day;
  readonly closed: boolean;
  readonly units: number | null;
  readonly returned: number | null;
  readonly revenue: string | null;
  readonly currency: string | null;
  readonly unit: string | null;
}

/**
 * The days from `from` to `to`, by default from the series' first sale to the tenant's last. Throws
 * `ledger.series_not_found`.
 */
export async function readHistory(
  tx: TenantTransaction,
  seriesId: number,
  from?: Day,
  to?: Day,
): Promise<SeriesHistory> {
  const series = await getSeries(tx, seriesId);
  const last = to ?? (await lastSaleDay(tx)) ?? 0;
  const first = from ?? (series.first_sold_on === null ? last + 1 : parseDay(series.first_sold_on)!);
  const days =
    first > last
      ? []
      : await tx.query<HistoryDay>(HISTORY, [
          tx.tenant,
          seriesId,
          series.location_id,
          formatDay(first),
          formatDay(last),
        ]);
  return {
    from: first,
    units: days.map((day) => (day.closed ? null : (day.units ?? 0))),
    returned: days.map((day) => day.returned ?? 0),
    revenue: days.map((day) => (day.closed || day.revenue === null ? null : Number(day.revenue))),
    currency: days.findLast((day) => day.currency !== null)?.currency ?? null,
    unit: days.findLast((day) => day.unit !== null)?.unit ?? 'each',
    closed: days.flatMap((day, i) => (day.closed ? [i] : [])),
  };
}

const HISTORY = `
  SELECT d.day::date - date '1970-01-01' AS day, c.closed_on IS NOT NULL AS closed, demand.units, money.returned,
    money.revenue, money.currency, money.unit
  FROM generate_series($4::date::timestamp, $5::date::timestamp, interval '1 day') AS d (day)
  LEFT JOIN (${demandByDay('AND s.series_id = $2 AND s.sold_on BETWEEN $4 AND $5')}) demand ON demand.sold_on = d.day::date
  LEFT JOIN (
    SELECT coalesce(s.returned_on, s.sold_on) AS day, sum(s.revenue) AS revenue, max(s.currency) AS currency,
      max(s.unit) AS unit, -sum(s.units) FILTER (WHERE s.returned_on IS NOT NULL) AS returned
    FROM shelfcast.sale s WHERE ${VISIBLE} AND s.series_id = $2 GROUP BY 1) money ON money.day = d.day::date
  LEFT JOIN shelfcast.closure c ON c.tenant_id = $1 AND c.location_id = $3 AND c.closed_on = d.day::date
  ORDER BY d.day`;
