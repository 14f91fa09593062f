import { SAMPLE_ROWS } from '../limits.ts';
import type { RowPiece, Table } from '../table.ts';
import { askProcess } from './ask-process.ts';
import { namingParquetErrors } from './errors.ts';
import type { ParquetAnswer, ParquetCells, ParquetTask } from './process.ts';

/**
 * Opens a Parquet file. DuckDB turns every value into text, so that all formats share one reader of values; it does so in a
 * process of its own.
 */
export async function openParquet(path: string, fileName: string, fileBytes: number): Promise<Table> {
  const { columns, sample } = await look(path, fileName);
  const first = rowsOf(sample);
  return {
    format: 'parquet',
    fileName,
    fileBytes,
    columns,
    delimiter: '',
    sample: async (count) => first.slice(0, count),
    read: (select, after) => ({
      columns: select,
      pieces: readRows(path, fileName, fileBytes, select, after),
    }),
  };
}

async function look(path: string, fileName: string): Promise<Extract<ParquetAnswer, { columns: unknown }>> {
  for await (const answer of named(fileName, { path, sampleRows: SAMPLE_ROWS }))
    if ('columns' in answer) return answer;
  throw namingParquetErrors(new Error('the process that read it said nothing'), fileName);
}

async function* readRows(
  path: string,
  fileName: string,
  fileBytes: number,
  select: readonly string[],
  after: number,
): AsyncGenerator<RowPiece> {
  let nextRow = after + 1;
  let total = 1;
  for await (const answer of named(fileName, { path, select, after })) {
    if ('total' in answer) total = Math.max(1, answer.total);
    if (!('cells' in answer)) continue;
    const rows = rowsOf(answer.cells);
    const bytesRead = Math.round((fileBytes * (nextRow - 1 + rows.length)) / total);
    yield { firstRow: nextRow, rows, bytesRead };
    nextRow += rows.length;
  }
}

async function* named(fileName: string, task: ParquetTask): AsyncGenerator<ParquetAnswer> {
  try {
    yield* askProcess(task);
  } catch (error) {
    throw namingParquetErrors(error, fileName);
  }
}

function rowsOf(columns: ParquetCells): string[][] {
  const width = columns.length;
  const rows: string[][] = new Array(columns[0]?.length ?? 0);
  for (let row = 0; row < rows.length; row++) {
    const fields: string[] = new Array(width);
    for (let column = 0; column < width; column++) fields[column] = columns[column][row] ?? '';
    rows[row] = fields;
  }
  return rows;
}
