import type { TenantTransaction } from '@shelfcast/database';
import { readSeriesForRun } from '../series/read-series-for-run.ts';

/** A series and the days on which it sold, in the order of time. The arrays are used again for the next series. */
export interface SeriesDays {
  readonly series: number;
  readonly product: number;
  readonly location: number;
  /** How many of the entries count. */
  readonly length: number;
  readonly days: Int32Array;
  readonly units: Float64Array;
}

interface SeriesKey {
  readonly series_id: number;
  readonly product_id: number;
  readonly location_id: number;
}

/** Every series that ever sold, by number, one at a time: memory does not grow with their number. */
export async function* readSeriesDays(tx: TenantTransaction): AsyncIterable<SeriesDays> {
  const keys = tx.cursor<SeriesKey>(
    `SELECT series_id, product_id, location_id FROM shelfcast.series
     WHERE tenant_id = $1 AND first_sold_on IS NOT NULL ORDER BY series_id`,
    [tx.tenant],
  );
  const remaining = oneByOne(keys);
  let key = (await remaining.next()).value;
  let days = new Int32Array(1024);
  let units = new Float64Array(1024);
  let length = 0;
  for await (const batch of readSeriesForRun(tx, { frequency: 'D' })) {
    for (const row of batch) {
      while (key !== undefined && row.series_id > key.series_id) {
        if (length > 0) yield entry(key, days, units, length);
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
  if (key !== undefined && length > 0) yield entry(key, days, units, length);
  await remaining.return(undefined);
}

function entry(key: SeriesKey, days: Int32Array, units: Float64Array, length: number): SeriesDays {
  return { series: key.series_id, product: key.product_id, location: key.location_id, days, units, length };
}

function grown<A extends Int32Array | Float64Array>(from: A, into: A): A {
  into.set(from);
  return into;
}

async function* oneByOne<Row>(batches: AsyncIterable<Row[]>): AsyncGenerator<Row, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}
