import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** A Parquet file with the columns of FreshRetailNet that the experiments use: 30 series of 76 days. */
export async function writeSyntheticFreshretail(folder: string): Promise<string> {
  const path = join(folder, 'daily.parquet');
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`COPY (
    SELECT s % 3 AS store_id, s AS product_id, CAST(DATE '2024-03-28' + d::INTEGER AS VARCHAR) AS date,
      CAST(((s * 7 + d * 13) % 11) / 4.0 AS FLOAT) AS sales, CAST(1 - (d % 5) / 50.0 AS FLOAT) AS discount,
      CAST(d % 7 = 0 AS TINYINT) AS holiday, CAST(d % 9 = 0 AS TINYINT) AS activity
    FROM range(30) series(s), range(76) days(d) ORDER BY s, d) TO '${path.replaceAll("'", "''")}'`);
  connection.closeSync();
  instance.closeSync();
  return path;
}
