import type { DuckDBVector } from '@duckdb/node-api';
import type { Duck } from './open-duck.ts';

/** Calls `visit` with the columns of each chunk of a query's rows, in order, never holding more than one chunk. */
export async function scan(
  duck: Duck,
  query: string,
  visit: (columns: readonly DuckDBVector[], rows: number) => void,
): Promise<void> {
  const result = await duck.connection.stream(query);
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    visit(
      Array.from({ length: chunk.columnCount }, (_, column) => chunk.getColumnVector(column)),
      chunk.rowCount,
    );
  }
}
