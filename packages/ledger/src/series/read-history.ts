import type { TenantTransaction } from '@shelfcast/database';
import { type Day, formatDay, parseDay } from '@shelfcast/domain';
import { ownClosedDays } from '../calendar/own-closed-days.ts';
import { demandByDay } from './demand.ts';
import { getSeries, type SeriesRow } from './read-series.ts';
import { lastSaleDay } from './read-series-for-run.ts';
import { type SeriesStockOut, stockOutsOf } from './series-stock-outs.ts';
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
  /** Indices of the days on which the series was out of stock; what was sold on them stands in `units`. */
  readonly stockOuts: { readonly index: number; readonly kind: SeriesStockOut['kind'] }[];
}

/** Days beside those asked for by which a stock-out is inferred: eight weeks of open days, and a long gap. */
const WITNESS_DAYS = 366;

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
  const lastSale = (await lastSaleDay(tx)) ?? 0;
  const last = to ?? lastSale;
  const begins = series.first_sold_on === null ? last + 1 : (parseDay(series.first_sold_on) as Day);
  const first = from ?? begins;
  const around = await readDays(
    tx,
    series,
    Math.min(first, Math.max(begins, first - WITNESS_DAYS)),
    Math.max(last, Math.min(lastSale, last + WITNESS_DAYS)),
  );
  const stockOuts = await stockOutsOf(tx, series, around);
  const days = around.filter(({ day }) => day >= first && day <= last);
  return {
    from: first,
    units: days.map((day) => (day.closed ? null : (day.units ?? 0))),
    returned: days.map((day) => day.returned ?? 0),
    revenue: days.map((day) => (day.closed || day.revenue === null ? null : Number(day.revenue))),
    currency: days.findLast((day) => day.currency !== null)?.currency ?? null,
    unit: days.findLast((day) => day.unit !== null)?.unit ?? 'each',
    closed: days.flatMap((day, i) => (day.closed ? [i] : [])),
    stockOuts: stockOuts
      .filter(({ day }) => day >= first && day <= last)
      .map(({ day, kind }) => ({ index: day - first, kind })),
  };
}

async function readDays(
  tx: TenantTransaction,
  series: SeriesRow,
  first: Day,
  last: Day,
): Promise<HistoryDay[]> {
  if (first > last) return [];
  const days = await tx.query<HistoryDay>(HISTORY, [
    tx.tenant,
    series.series_id,
    series.location_id,
    formatDay(first),
    formatDay(last),
  ]);
  const own = await ownClosedDays(tx, series.location_id, first, last);
  // What was sold on a closed day was sold: the calendar yields, as it does in a run.
  return days.map((day) => (own.has(day.day) && !day.units ? { ...day, closed: true } : day));
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
