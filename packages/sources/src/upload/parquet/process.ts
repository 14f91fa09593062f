// A process that reads one Parquet file and sends its rows. DuckDB is not ours and a stranger's file can make it read beyond its
// buffers or crash: here it has nothing but that file, no connection, no secret, and no other tenant's rows in memory.
import type { DuckDBConnection } from '@duckdb/node-api';
import { openParquetConnection, parquetFile } from './connection.ts';

/** What the process is asked for, once: what the file has and its first rows, or rows from `after` on, as they are called for. */
export type ParquetTask =
  | { readonly path: string; readonly sampleRows: number }
  | { readonly path: string; readonly select: readonly string[]; readonly after: number };

/** Cells by column; null where a value is. */
export type ParquetCells = readonly (readonly (string | null)[])[];

export type ParquetAnswer =
  | { readonly columns: readonly string[]; readonly sample: ParquetCells }
  | { readonly total: number }
  | { readonly cells: ParquetCells }
  | { readonly end: true }
  | { readonly error: string };

/** DuckDB's chunks in a message: enough that it is worth its way. */
const CHUNKS_A_MESSAGE = 8;

const asText = (column: string) => `CAST("${column.replaceAll('"', '""')}" AS VARCHAR)`;

// It stays until it is ended, or nobody is there to end it: what it has sent arrives before its channel closes.
process.on('disconnect', () => process.exit());
process.once('message', async (task: ParquetTask) => {
  process.on('message', call);
  try {
    const connection = await openParquetConnection(task.path);
    if ('sampleRows' in task) await send(await look(connection, task));
    else await sendRows(connection, task);
    connection.closeSync();
  } catch (error) {
    await send({ error: error instanceof Error ? error.message : String(error) });
  }
});

async function look(
  connection: DuckDBConnection,
  { path, sampleRows }: { readonly path: string; readonly sampleRows: number },
): Promise<ParquetAnswer> {
  const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM ${parquetFile(path)}`);
  const columns = described.getRows().map((row) => String(row[0]));
  const list = columns.map(asText).join(', ');
  const rows = await connection.runAndReadAll(`SELECT ${list} FROM ${parquetFile(path)} LIMIT ${sampleRows}`);
  return { columns, sample: rows.getColumns() as (string | null)[][] };
}

async function sendRows(
  connection: DuckDBConnection,
  { path, select, after }: Extract<ParquetTask, { readonly after: number }>,
): Promise<void> {
  const counted = await connection.runAndReadAll(`SELECT count(*) FROM ${parquetFile(path)}`);
  await send({ total: Number(counted.getRows()[0][0]) });
  // file_row_number lets a resumed import skip whole row groups; one thread keeps the file's order.
  const result = await connection.stream(
    `SELECT ${select.map(asText).join(', ')} FROM ${parquetFile(path)} WHERE file_row_number >= ${after}`,
  );
  for (let done = false; !done; ) {
    await calledFor();
    const cells: (string | null)[][] = select.map(() => []);
    for (let chunks = 0; chunks < CHUNKS_A_MESSAGE && !done; chunks++) {
      const chunk = await result.fetchChunk();
      done = !chunk || chunk.rowCount === 0;
      if (chunk && !done)
        select.forEach((_, at) => {
          for (const value of chunk.getColumnValues(at)) cells[at].push(value as string | null);
        });
    }
    if (cells[0]?.length) await send({ cells });
    else if (!done) throw new Error('rows without a column');
  }
  await send({ end: true });
}

/** Resolves once for each message after the task, in turn: a call that comes before it is waited for is not lost. */
let calls = 0;
let waiting: (() => void) | undefined;
function call(): void {
  calls++;
  waiting?.();
}
async function calledFor(): Promise<void> {
  if (calls === 0)
    await new Promise<void>((resolve) => {
      waiting = resolve;
    });
  waiting = undefined;
  calls--;
}

function send(answer: ParquetAnswer): Promise<void> {
  return new Promise((resolve, reject) =>
    process.send!(answer, (error: Error | null) => (error ? reject(error) : resolve())),
  );
}
