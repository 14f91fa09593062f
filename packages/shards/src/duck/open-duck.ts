import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** A DuckDB in memory, one thread and a memory cap: a worker thread has its own, and the whole stays predictable. */
export interface Duck extends AsyncDisposable {
  readonly connection: DuckDBConnection;
}

// A shard is a few megabytes; this leaves room for a row group being written and nothing for surprises.
const MEMORY_LIMIT = '192MB';

export async function openDuck(): Promise<Duck> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: MEMORY_LIMIT,
    // Where a sort that exceeds the cap goes; DuckDB's default is the working folder.
    temp_directory: join(tmpdir(), 'shelfcast-duckdb'),
    preserve_insertion_order: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  return {
    connection,
    async [Symbol.asyncDispose]() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as an SQL literal: paths go into COPY, which takes no parameters. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier: drivers are named by the retailer. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
