import type { DuckDBConnection } from '@duckdb/node-api';
import type { RowPiece, Table } from '../table.ts';
import { openParquetConnection, parquetFile } from './connection.ts';
import { namingParquetErrors } from './errors.ts';

/** Opens a Parquet file. DuckDB turns every value into text, so that all formats share one reader of values. */
export async function openParquet(path: string, fileName: string, fileBytes: number): Promise<Table> {
  const columns = await withConnection(path, fileName, async (connection) => {
    const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${parquetFile(path)}`);
    return described.getRows().map((row) => String(row[0]));
  });
  return {
    format: 'parquet',
    fileName,
    fileBytes,
    columns,
    delimiter: '',
    sample: (count) =>
      withConnection(path, fileName, async (connection) => {
        const list = columns.map(asText).join(', ');
        const rows = await connection.runAndReadAll(
          `SELECT ${list} FROM ${parquetFile(path)} LIMIT ${count}`,
        );
        return rows.getRows().map((row) => row.map((value) => (value === null ? '' : String(value))));
      }),
    read: (select, after) => ({
      columns: select,
      pieces: readRows(path, fileName, fileBytes, select, after),
    }),
  };
}

async function* readRows(
  path: string,
  fileName: string,
  fileBytes: number,
  select: readonly string[],
  after: number,
): AsyncGenerator<RowPiece> {
  const connection = await openParquetConnection(path);
  try {
    const total = await countRows(connection, path);
    // file_row_number lets a resumed import skip whole row groups; one thread keeps the file's order.
    const result = await connection.stream(
      `SELECT ${select.map(asText).join(', ')} FROM ${parquetFile(path)} WHERE file_row_number >= ${after}`,
    );
    let nextRow = after + 1;
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      const rows = rowsOf(select.map((_, column) => chunk.getColumnValues(column)) as (string | null)[][]);
      const bytesRead = Math.round((fileBytes * (nextRow - 1 + rows.length)) / total);
      yield { firstRow: nextRow, rows, bytesRead };
      nextRow += rows.length;
    }
  } catch (error) {
    throw namingParquetErrors(error, fileName);
  } finally {
    connection.closeSync();
  }
}

function rowsOf(columns: (string | null)[][]): string[][] {
  const width = columns.length;
  const rows: string[][] = new Array(columns[0]?.length ?? 0);
  for (let row = 0; row < rows.length; row++) {
    const fields: string[] = new Array(width);
    for (let column = 0; column < width; column++) fields[column] = columns[column][row] ?? '';
    rows[row] = fields;
  }
  return rows;
}

async function countRows(connection: DuckDBConnection, path: string): Promise<number> {
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${parquetFile(path)}`);
  return Math.max(1, Number(counted.getRows()[0][0]));
}

async function withConnection<T>(
  path: string,
  fileName: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const connection = await openParquetConnection(path).catch((error) => {
    throw namingParquetErrors(error, fileName);
  });
  try {
    return await work(connection);
  } catch (error) {
    throw namingParquetErrors(error, fileName);
  } finally {
    connection.closeSync();
  }
}

const asText = (column: string) => `CAST("${column.replaceAll('"', '""')}" AS VARCHAR)`;
