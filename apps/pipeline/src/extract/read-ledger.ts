import type { TenantTransaction } from '@shelfcast/database';
import { type Day, type Frequency, parseDay, periodEnd, periodOf } from '@shelfcast/domain';
import {
  type DriverRow,
  driverNames,
  lastSaleDay,
  type PricePeriod,
  readDriversForRun,
  readPricesForRun,
  readRunCalendar,
  readSeries,
  readSeriesForRun,
  readStockOutsForRun,
  readUnits,
  type SeriesRow,
  type StockOut,
} from '@shelfcast/ledger';
import type { ExpectedClosed } from '@shelfcast/shards';
import { BySeries } from './by-series.ts';
import { type InferredClosure, readClosedDays, type SaleSpan } from './closed-days.ts';
import type { Sold } from './history.ts';
import { HolidaysByPlace } from './holidays-by-place.ts';
import { type ClosedPeriods, closedPeriods, expectedSteps, type RunSpan, spanOf } from './run-calendar.ts';
import { CalendarBook } from './run-calendars.ts';

/** A series of the ledger with what it sold. */
export interface LedgerSeries {
  readonly row: SeriesRow;
  readonly unit: string;
  readonly firstSale: Day;
  readonly sold: readonly Sold[];
  /** What is known of it by day, past and planned; empty where the ledger has no drivers. */
  readonly drivers: readonly DriverRow[];
  /** Prices and promotions that were stated for a time, the one that holds last. */
  readonly prices: readonly PricePeriod[];
  /** Days on which it was out of stock, as files state. */
  readonly stockOuts: readonly StockOut[];
}

export interface Ledger {
  readonly span: RunSpan;
  /** History values there will be, about: for shards of an even size. */
  readonly values: number;
  /** Names of known drivers, in order. */
  readonly drivers: readonly string[];
  closed(location: number): ClosedPeriods;
  /** Periods ahead on which a location is expected closed, though nobody said so. */
  expectedClosed(location: number): readonly ExpectedClosed[];
  /** The days of these, and how many locations each concerns. */
  readonly inferred: readonly InferredClosure[];
  readonly calendars: CalendarBook;
  /** Every series that ever sold, by number; one pass over the sales. */
  series(): AsyncGenerator<LedgerSeries>;
}

/** Opens the ledger for a run, in a `repeatable read` transaction; undefined where it holds no whole period of sales. */
export async function readLedger(
  tx: TenantTransaction,
  frequency: Frequency,
  horizon: number,
): Promise<Ledger | undefined> {
  const lastSale = await lastSaleDay(tx);
  if (lastSale === null) return undefined;
  const { firstSale, beginnings, sold } = await readSpans(tx, lastSale);
  const lastAhead = periodEnd(periodOf(lastSale, frequency) + horizon, frequency);
  const calendar = await readRunCalendar(tx);
  const holidays = new HolidaysByPlace(calendar, firstSale - MARGIN, lastAhead + MARGIN);
  const closures = await readClosedDays(tx, calendar, sold, holidays, lastSale + 1, lastAhead);
  const days = closures.byLocation;
  const span = spanOf(frequency, horizon, firstSale, lastSale, closedEverywhere(days, lastSale));
  if (!span) return undefined;
  const values = beginnings.reduce(
    (sum, begins) => sum + Math.max(0, span.origin + 1 - Math.max(span.first, periodOf(begins, frequency))),
    0,
  );
  const drivers = await driverNames(tx);
  const none = closedPeriods([], span);
  const closed = new Map<number, ClosedPeriods>();
  const closedOf = (location: number): ClosedPeriods => {
    let periods = closed.get(location);
    if (!periods) {
      const of = days.get(location);
      periods = of ? closedPeriods(of, span) : none;
      closed.set(location, periods);
    }
    return periods;
  };
  return {
    span,
    values,
    drivers,
    closed: closedOf,
    expectedClosed: (location) =>
      expectedSteps(closures.expected.get(location) ?? [], closedOf(location).ahead, span),
    inferred: closures.inferred,
    calendars: new CalendarBook(span, calendar, holidays, days),
    series: () => joinSales(tx, frequency, lastSale, drivers.length > 0),
  };
}

/**
 * Days that holidays are known beyond both ends: feasts shortly outside have a day before, a week that is approached, and
 * closures that reach inside; months end up to 31 days after the last sale.
 */
const MARGIN = 31;

/** When each series, each location and the whole began to sell; series that never did are left out. */
async function readSpans(
  tx: TenantTransaction,
  lastSale: Day,
): Promise<{ firstSale: Day; beginnings: readonly Day[]; sold: ReadonlyMap<number, SaleSpan> }> {
  let firstSale = lastSale;
  const beginnings: Day[] = [];
  const sold = new Map<number, SaleSpan>();
  for await (const rows of readSeries(tx)) {
    for (const { location_id, first_sold_on, last_sold_on } of rows) {
      if (first_sold_on === null || last_sold_on === null) continue;
      const from = parseDay(first_sold_on) as Day;
      const to = parseDay(last_sold_on) as Day;
      beginnings.push(from);
      firstSale = Math.min(firstSale, from);
      const known = sold.get(location_id) ?? { from, to };
      sold.set(location_id, { from: Math.min(known.from, from), to: Math.max(known.to, to) });
    }
  }
  return { firstSale, beginnings, sold };
}

/** Days after the last sale on which every location that has a calendar is closed. */
function closedEverywhere(days: ReadonlyMap<number, readonly Day[]>, lastSale: Day): Set<Day> {
  const counts = new Map<Day, number>();
  for (const list of days.values()) {
    for (const day of new Set(list)) if (day > lastSale) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === days.size).map(([day]) => day));
}

/** Walks the directory of series, their sales and what is known beside them side by side: all come by number. */
async function* joinSales(
  tx: TenantTransaction,
  frequency: Frequency,
  lastSale: Day,
  withDrivers: boolean,
): AsyncGenerator<LedgerSeries> {
  const units = await readUnits(tx);
  await using sales = new BySeries(readSeriesForRun(tx, { frequency }));
  await using drivers = new BySeries(withDrivers ? readDriversForRun(tx) : []);
  await using prices = new BySeries(withDrivers ? readPricesForRun(tx) : []);
  await using stockOuts = new BySeries(readStockOutsForRun(tx, lastSale));
  for await (const rows of readSeries(tx)) {
    for (const row of rows) {
      const sold = await sales.take(row.series_id);
      const known = await drivers.take(row.series_id);
      const periods = await prices.take(row.series_id);
      const outs = await stockOuts.take(row.series_id);
      if (row.first_sold_on === null) continue;
      yield {
        row,
        unit: units.get(row.series_id) ?? 'each',
        firstSale: parseDay(row.first_sold_on) as Day,
        sold: sold.map((sale): Sold => ({ period: periodOf(sale.day, frequency), units: sale.units })),
        drivers: known,
        prices: periods,
        stockOuts: outs,
      };
    }
  }
}
