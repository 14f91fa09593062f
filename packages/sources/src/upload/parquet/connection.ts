import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/**
 * A connection that can read this one file and nothing else: the file comes from a stranger, and a view or
 * a path inside it must not reach the disk or the network. One thread keeps the file's row order.
 */
export async function openParquetConnection(path: string): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: '384MB', // a row group of 122,880 wide rows unpacked, with room
    temp_directory: '', // an import never spills
  });
  const connection = await instance.connect();
  await connection.run(`SET allowed_paths = [${quoted(path)}, ${quoted(patternOf(path))}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  return connection;
}

/** The file as a table of SQL. */
export const parquetFile = (path: string): string => `read_parquet(${quoted(patternOf(path))})`;

/** DuckDB takes every path for a pattern: in this one a star, a question mark and a bracket stand for themselves. */
const patternOf = (path: string): string => path.replaceAll(/[*?[]/g, '[$&]');

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
