import { type Duck, literal } from '../duck/open-duck.ts';

/** Turns a Parquet export into CSV (header, commas, RFC 4180 quotes, dates ISO 8601), never holding more than a row group. */
export async function exportCsv(duck: Duck, parquetPath: string, csvPath: string): Promise<void> {
  await duck.connection.run(
    `COPY (SELECT * FROM read_parquet(${literal(parquetPath)})) TO ${literal(csvPath)} (FORMAT csv, HEADER)`,
  );
}
