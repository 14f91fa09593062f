import type { TenantTransaction } from '@shelfcast/database';
import { type Day, type Frequency, parseDay, periodEnd, periodOf } from '@shelfcast/domain';
import {
  expectedClosures,
  lastSaleDay,
  readClosures,
  readSeries,
  readSeriesForRun,
  readUnits,
  type SeriesRow,
} from '@shelfcast/ledger';
import type { Sold } from './history.ts';
import { type ClosedPeriods, closedPeriods, type RunSpan, spanOf } from './run-calendar.ts';

/** A series of the ledger with what it sold. */
export interface LedgerSeries {
  readonly row: SeriesRow;
  readonly unit: string;
  readonly firstSale: Day;
  readonly sold: readonly Sold[];
}

export interface Ledger {
  readonly span: RunSpan;
  /** History values there will be, about: for shards of an even size. */
  readonly values: number;
  closed(location: number): ClosedPeriods;
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
  let firstSale = lastSale;
  const beginnings: Day[] = [];
  for await (const rows of readSeries(tx)) {
    for (const { first_sold_on } of rows) {
      if (first_sold_on === null) continue;
      beginnings.push(parseDay(first_sold_on) as Day);
      firstSale = Math.min(firstSale, beginnings[beginnings.length - 1]);
    }
  }
  const days = await closedDaysByLocation(tx, lastSale, frequency, horizon);
  const span = spanOf(frequency, horizon, firstSale, lastSale, closedEverywhere(days, lastSale));
  if (!span) return undefined;
  const values = beginnings.reduce(
    (sum, begins) => sum + Math.max(0, span.origin + 1 - Math.max(span.first, periodOf(begins, frequency))),
    0,
  );
  const none = closedPeriods([], span);
  const closed = new Map<number, ClosedPeriods>();
  return {
    span,
    values,
    closed(location) {
      let periods = closed.get(location);
      if (!periods) {
        const of = days.get(location);
        periods = of ? closedPeriods(of, span) : none;
        closed.set(location, periods);
      }
      return periods;
    },
    series: () => joinSales(tx, frequency),
  };
}

/** Closed days behind us, and expected ones from the day after the last sale to the end of the horizon. */
async function closedDaysByLocation(
  tx: TenantTransaction,
  lastSale: Day,
  frequency: Frequency,
  horizon: number,
): Promise<Map<number, Day[]>> {
  const days = new Map<number, Day[]>();
  const add = (location: number, day: Day): void => {
    const list = days.get(location);
    if (list) list.push(day);
    else days.set(location, [day]);
  };
  for await (const rows of readClosures(tx)) for (const row of rows) add(row.location_id, row.closed_on);
  const last = periodEnd(periodOf(lastSale, frequency) + horizon, frequency);
  for (const row of await expectedClosures(tx, lastSale + 1, last)) add(row.location_id, row.closed_on);
  return days;
}

/** Days after the last sale on which every location that has a calendar is closed. */
function closedEverywhere(days: ReadonlyMap<number, readonly Day[]>, lastSale: Day): Set<Day> {
  const counts = new Map<Day, number>();
  for (const list of days.values()) {
    for (const day of new Set(list)) if (day > lastSale) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count === days.size).map(([day]) => day));
}

/** Walks the directory of series and their sales side by side: both come by number. */
async function* joinSales(tx: TenantTransaction, frequency: Frequency): AsyncGenerator<LedgerSeries> {
  const units = await readUnits(tx);
  const sales = readSeriesForRun(tx, { frequency })[Symbol.asyncIterator]();
  let batch = await sales.next();
  let at = 0;
  try {
    for await (const rows of readSeries(tx)) {
      for (const row of rows) {
        const sold: Sold[] = [];
        while (!batch.done) {
          if (at === batch.value.length) {
            batch = await sales.next();
            at = 0;
            continue;
          }
          const sale = batch.value[at];
          if (sale.series_id > row.series_id) break;
          if (sale.series_id === row.series_id)
            sold.push({ period: periodOf(sale.day, frequency), units: sale.units });
          at += 1;
        }
        if (row.first_sold_on === null) continue;
        const firstSale = parseDay(row.first_sold_on) as Day;
        yield { row, unit: units.get(row.series_id) ?? 'each', firstSale, sold };
      }
    }
  } finally {
    await sales.return?.();
  }
}
