import {
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
} from '@duckdb/node-api';
import type { Scratch } from './scratch.ts';

/** Enough to sort some ten million rows; beyond that DuckDB spills into the scratch folder. */
const MEMORY_LIMIT = '192MB';

/** DuckDB in this process: reads, sorts and pivots files of any size in bounded memory. */
export interface Engine {
  run(sql: string): Promise<void>;
  /** All rows of a small result. */
  rows<R extends readonly DuckDBValue[]>(sql: string): Promise<R[]>;
  /** A result of any size, a chunk of about 2,048 rows at a time, as columns. */
  chunks(sql: string): AsyncIterable<DuckDBDataChunk>;
  close(): void;
}

export async function openEngine(scratch: Scratch, threads: number): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: MEMORY_LIMIT,
    temp_directory: scratch.newPath(),
    threads: String(threads),
    // No extension may be fetched from the network behind the user's back.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection: DuckDBConnection = await instance.connect();
  // An instant in a Parquet file is the same day on every machine.
  await connection.run("SET TimeZone = 'UTC'");
  return {
    run: async (sql) => void (await connection.run(sql)),
    rows: async <R extends readonly DuckDBValue[]>(sql: string) =>
      (await connection.runAndReadAll(sql)).getRows() as unknown as R[],
    async *chunks(sql) {
      const result = await connection.stream(sql);
      for (;;) {
        const chunk = await result.fetchChunk();
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk;
      }
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
