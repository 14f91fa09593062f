import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';
import { readStockOutsForRun } from '../facts/read-stock-outs.ts';
import { readSeriesForRun } from '../series/read-series-for-run.ts';
import { oneByOne } from './one-by-one.ts';

/** Small enough to be thrown away young: a worker does this beside other work, and larger ones stay in memory for long. */
const BATCH_ROWS = 1_000;

/** A series and the days on which it sold, in the order of time. The arrays are used again for the next series. */
export interface SeriesDays {
  readonly series: number;
  readonly location: number;
  /** How many of the entries count. */
  readonly length: number;
  readonly days: Int32Array;
  readonly units: Float64Array;
  /** Days up to `to` on which a file states that there was no stock. */
  readonly withoutStock: readonly Day[];
}

interface SeriesKey {
  readonly series_id: number;
  readonly location_id: number;
}

/** Every series that ever sold, by number, one at a time: memory does not grow with their number. */
export async function* readSeriesDays(tx: TenantTransaction, to: Day): AsyncIterable<SeriesDays> {
  const keys = tx.cursor<SeriesKey>(
    `SELECT series_id, location_id FROM shelfcast.series
     WHERE tenant_id = $1 AND first_sold_on IS NOT NULL ORDER BY series_id`,
    [tx.tenant],
  );
  const remaining = oneByOne(keys);
  const stock = new StatedStockOuts(tx, to);
  let key = (await remaining.next()).value;
  let days = new Int32Array(1024);
  let units = new Float64Array(1024);
  let length = 0;
  for await (const batch of readSeriesForRun(tx, { frequency: 'D', batchRows: BATCH_ROWS })) {
    for (const row of batch) {
      while (key !== undefined && row.series_id > key.series_id) {
        if (length > 0)
          yield { ...idsOf(key), days, units, length, withoutStock: await stock.of(key.series_id) };
        length = 0;
        key = (await remaining.next()).value;
      }
      if (row.series_id !== key?.series_id || row.units <= 0) continue;
      if (length === days.length) {
        days = grown(days, new Int32Array(2 * length));
        units = grown(units, new Float64Array(2 * length));
      }
      days[length] = row.day;
      units[length] = row.units;
      length += 1;
    }
  }
  if (key !== undefined && length > 0)
    yield { ...idsOf(key), days, units, length, withoutStock: await stock.of(key.series_id) };
  await remaining.return(undefined);
  await stock.end();
}

/** Stated stock-outs, asked for series by series in the order of their numbers. */
class StatedStockOuts {
  readonly #rows: AsyncGenerator<{ readonly series_id: number; readonly day: Day }, undefined>;
  #next: Promise<{ readonly series_id: number; readonly day: Day } | undefined>;

  constructor(tx: TenantTransaction, to: Day) {
    this.#rows = oneByOne(readStockOutsForRun(tx, to));
    this.#next = this.#rows.next().then(({ value }) => value);
  }

  async of(series: number): Promise<Day[]> {
    const days: Day[] = [];
    for (let row = await this.#next; row !== undefined && row.series_id <= series; row = await this.#next) {
      if (row.series_id === series) days.push(row.day);
      this.#next = this.#rows.next().then(({ value }) => value);
    }
    return days;
  }

  async end(): Promise<void> {
    await this.#rows.return(undefined);
  }
}

function idsOf(key: SeriesKey): Pick<SeriesDays, 'series' | 'location'> {
  return { series: key.series_id, location: key.location_id };
}

function grown<A extends Int32Array | Float64Array>(from: A, into: A): A {
  into.set(from);
  return into;
}
