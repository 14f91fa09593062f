import { DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import type { Duck } from './open-duck.ts';

// DuckDB's vector size: a chunk holds no more rows.
const CHUNK_ROWS = 2048;

/** Gives the value of a row in one column; null and NaN stand for “unknown”. */
export interface Column {
  readonly type: DuckDBType;
  readonly value: (row: number) => DuckDBValue;
}

/** Appends `rows` rows to a table, column by column: a tenth of what appending value by value takes. */
export async function appendRows(
  duck: Duck,
  table: string,
  columns: readonly Column[],
  rows: number,
): Promise<void> {
  const appender = await duck.connection.createAppender(table);
  const types = columns.map((column) => column.type);
  for (let from = 0; from < rows; from += CHUNK_ROWS) {
    const size = Math.min(CHUNK_ROWS, rows - from);
    const chunk = DuckDBDataChunk.create(types, size);
    for (let c = 0; c < columns.length; c++) {
      const { value } = columns[c];
      const vector = chunk.getColumnVector(c);
      for (let i = 0; i < size; i++) {
        const item = value(from + i);
        vector.setItem(i, typeof item === 'number' && Number.isNaN(item) ? null : item);
      }
      vector.flush();
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
