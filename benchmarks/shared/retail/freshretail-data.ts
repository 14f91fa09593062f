import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RetailData, RetailSeries } from './retail-data.ts';

const HORIZON = 7;
const KNOWN = ['discount', 'holiday', 'activity'] as const;

/** Daily sales of fresh goods, every `stride`-th series in the order of store and product. */
export async function freshretailData(folder: string, stride: number): Promise<RetailData> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await connection.stream(`
    WITH ranked AS (
      SELECT *, DENSE_RANK() OVER (ORDER BY store_id, product_id) - 1 AS place
      FROM read_parquet('${join(folder, 'daily.parquet').replaceAll("'", "''")}'))
    SELECT CAST(place AS INTEGER) AS place, CAST(sales AS DOUBLE) AS sales, CAST(discount AS DOUBLE) AS discount,
      CAST(holiday AS DOUBLE) AS holiday, CAST(activity AS DOUBLE) AS activity
    FROM ranked WHERE place % ${stride} = 0 ORDER BY place, date`);
  const collected: number[][][] = [];
  let place: unknown;
  for (;;) {
    const chunk = await rows.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const [places, ...columns] = chunk.getColumns();
    for (let row = 0; row < chunk.rowCount; row++) {
      if (places[row] !== place) {
        place = places[row];
        collected.push(columns.map(() => []));
      }
      columns.forEach((column, k) => {
        collected.at(-1)![k].push(Number(column[row]));
      });
    }
  }
  connection.closeSync();
  instance.closeSync();
  const series: RetailSeries[] = collected.map(([sales, ...known]) => ({
    values: Float64Array.from(sales),
    known: known.map((column) => Float64Array.from(column)),
  }));
  return {
    name: 'freshretail',
    season: 7,
    horizon: HORIZON,
    lastOrigin: series[0].values.length - HORIZON,
    series,
    known: KNOWN,
    measure: 'wape',
  };
}
