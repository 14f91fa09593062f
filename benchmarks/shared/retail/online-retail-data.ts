import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { RetailData } from './retail-data.ts';

const HORIZON = 28;
/** Fewer days with a sale than this are no series of days. */
const LEAST_SALE_DAYS = 40;

/**
 * Daily units of the items of a gift shop, every `stride`-th item that sold on 40 days or more; returns and items without a price are
 * left out. On days on which nothing at all was sold the shop was closed: not observed.
 */
export async function onlineRetailData(folder: string, stride: number): Promise<RetailData> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const rows = await connection.runAndReadAll(`
    SELECT StockCode AS item, CAST(CAST(InvoiceDate AS DATE) - DATE '2010-12-01' AS INTEGER) AS day,
      CAST(SUM(Quantity) AS DOUBLE) AS units
    FROM read_csv('${join(folder, 'online-retail.csv.gz').replaceAll("'", "''")}', types = {'StockCode': 'VARCHAR'})
    WHERE Quantity > 0 AND UnitPrice > 0 GROUP BY item, day ORDER BY item, day`);
  const items = new Map<string, [number, number][]>();
  const open = new Set<number>();
  for (const row of rows.getRows()) {
    const [item, day, units] = [String(row[0]), Number(row[1]), Number(row[2])];
    open.add(day);
    const sales = items.get(item) ?? [];
    sales.push([day, units]);
    items.set(item, sales);
  }
  connection.closeSync();
  instance.closeSync();
  const days = Math.max(...open) + 1;
  const closed = Float64Array.from({ length: days }, (_, day) => (open.has(day) ? 0 : Number.NaN));
  const series = [...items.values()]
    .filter((sales) => sales.length >= LEAST_SALE_DAYS)
    .filter((_, i) => i % stride === 0)
    .map((sales) => {
      const values = closed.slice();
      for (const [day, units] of sales) values[day] = units;
      return { values, known: [] };
    });
  return {
    name: 'online-retail',
    season: 7,
    horizon: HORIZON,
    lastOrigin: days - HORIZON,
    series,
    known: [],
    measure: 'wape',
  };
}
