import type { ClientBase } from 'pg';

let opened = 0;

/** Yields the rows of a query in batches. The cursor lives in the transaction; several may be open at once. */
export async function* readCursor<Row extends object>(
  client: () => ClientBase,
  text: string,
  values: readonly unknown[] = [],
  batchSize = 10_000,
): AsyncIterable<Row[]> {
  opened += 1;
  const name = `shelfcast_cursor_${opened}`;
  await client().query(`DECLARE ${name} NO SCROLL CURSOR FOR ${text}`, [...values]);
  let rows: Row[];
  let complete = false;
  try {
    do {
      rows = (await client().query<Row>(`FETCH ${batchSize} FROM ${name}`)).rows;
      if (rows.length > 0) yield rows;
    } while (rows.length === batchSize);
    complete = true;
  } finally {
    // Left early by the reader: free the server's side now. After an error the rollback does.
    await client()
      .query(`CLOSE ${name}`)
      .catch((error: unknown) => {
        if (complete) throw error;
      });
  }
}
