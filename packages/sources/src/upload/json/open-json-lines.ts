import { type ErrorKind, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readText } from '../bytes/read-text.ts';
import { firstRows } from '../first-rows.ts';
import { MAX_COLUMNS } from '../limits.ts';
import type { RowPiece, Table } from '../table.ts';
import { flatten } from './flatten.ts';

/** Lines whose keys make the columns: a key that only turns up later is none of the table. */
const HEADER_LINES = 1_000;

/** Opens a file with a JSON object a line. Keys are columns, those of objects within objects joined by a point. */
export async function openJsonLines(source: ByteSource, fileName: string, fileBytes: number): Promise<Table> {
  const columns = await readColumns(source, fileName);
  const rowsAfter = (after: number) => readRows(source, fileName, columns, after);
  return {
    format: 'jsonl',
    fileName,
    fileBytes,
    columns,
    delimiter: '',
    sample: (count) => firstRows(rowsAfter(0), count),
    read: (_select, after) => ({ columns, pieces: rowsAfter(after) }),
  };
}

async function readColumns(source: ByteSource, fileName: string): Promise<readonly string[]> {
  const columns = new Set<string>();
  let lines = 0;
  for await (const { texts } of readLines(source, fileName)) {
    for (const text of texts.slice(0, HEADER_LINES - lines)) {
      for (const key of parseLine(text)?.keys() ?? []) columns.add(key);
      lines++;
    }
    if (lines >= HEADER_LINES) break;
  }
  if (columns.size === 0 || columns.size > MAX_COLUMNS)
    throw new ShelfcastError(columns.size === 0 ? uploadErrors.broken_json : uploadErrors.too_many_columns, {
      detail:
        columns.size === 0
          ? 'The file begins like JSON lines, and none of its first lines is a JSON object.'
          : `The first lines have ${columns.size.toLocaleString('en')} keys between them.`,
      remedy: 'Write a sale a line: {"date":"2026-01-31","product":"A1","location":"north","units":3}.',
      where: { file: fileName, row: 1 },
    });
  return [...columns];
}

async function* readRows(
  source: ByteSource,
  fileName: string,
  columns: readonly string[],
  after: number,
): AsyncGenerator<RowPiece> {
  let nextRow = 1;
  for await (const { texts, bytesRead } of readLines(source, fileName)) {
    const firstRow = Math.max(nextRow, after + 1);
    const wanted = texts.slice(firstRow - nextRow);
    nextRow += texts.length;
    if (wanted.length === 0) continue;
    const faults = new Map<number, ErrorKind>();
    const rows = wanted.map((text, i) => {
      if (text.trim() === '') return [''];
      const object = parseLine(text);
      if (object) return columns.map((column) => object.get(column) ?? '');
      faults.set(i, uploadErrors.broken_json);
      return [text];
    });
    yield { firstRow, rows, faults, bytesRead };
  }
}

async function* readLines(source: ByteSource, fileName: string) {
  const bytes = source();
  for await (const piece of readText(bytes.chunks, fileName)) {
    const texts = piece.split('\n');
    // What stands behind the last line end is no line.
    if (texts.at(-1) === '') texts.pop();
    yield { texts, bytesRead: bytes.bytesRead() };
  }
}

/** The values of a line by their keys; undefined where it holds no JSON object. */
function parseLine(text: string): Map<string, string> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? flatten(value) : undefined;
  } catch {
    return undefined;
  }
}
