import { type Duck, literal } from './open-duck.ts';

// DuckDB's own default, and the unit in which Athena and pandas skip what a query does not need.
const ROWS_A_GROUP = 122_880;

/** Writes a query's rows, in the query's order, to a Parquet file. */
export async function writeParquet(duck: Duck, query: string, path: string): Promise<void> {
  await duck.connection.run(
    `COPY (${query}) TO ${literal(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROWS_A_GROUP})`,
  );
}
