import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import type { ByteSource } from '../bytes/byte-source.ts';
import { readText } from '../bytes/read-text.ts';
import { firstRows } from '../first-rows.ts';
import type { RowPiece, Table } from '../table.ts';
import { findHeader, HEADER_SEARCH_ROWS } from './find-header.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';
import { RowSplitter } from './split-rows.ts';

/** Opens delimited text. Finds its header; throws where it has none. */
export async function openCsv(
  source: ByteSource,
  format: 'csv' | 'csv.gz' | 'csv.zip',
  fileName: string,
  fileBytes: number,
): Promise<Table> {
  const { header, headerAt, delimiter } = await readHeader(source, fileName);
  const columns = header.map((name) => name.trim());
  const rowsAfter = (after: number) => readRows(source, fileName, delimiter, headerAt, after);
  return {
    format,
    fileName,
    fileBytes,
    columns,
    delimiter,
    sample: (count) => firstRows(rowsAfter(0), count),
    read: (_select, after) => ({ columns, pieces: rowsAfter(after) }),
  };
}

async function readHeader(source: ByteSource, fileName: string) {
  for await (const piece of readText(source().chunks, fileName)) {
    const delimiter = sniffDelimiter(piece);
    const rows: string[][] = [];
    const splitter = new RowSplitter(delimiter, fileName);
    splitter.push(piece, rows);
    if (rows.length === 0) splitter.end(rows);
    const headerAt = findHeader(rows.slice(0, HEADER_SEARCH_ROWS));
    return { header: rows[headerAt], headerAt, delimiter };
  }
  throw new ShelfcastError(uploadErrors.empty_file, {
    detail: 'The file holds nothing.',
    remedy: 'Export it again; a header and at least one row are needed.',
    where: { file: fileName },
  });
}

/** Rows below the header, which is the `headerAt`-th of the file; what stands above it is no row of the table. */
async function* readRows(
  source: ByteSource,
  fileName: string,
  delimiter: string,
  headerAt: number,
  after: number,
): AsyncGenerator<RowPiece> {
  const bytes = source();
  const splitter = new RowSplitter(delimiter, fileName);
  let nextRow = -headerAt;
  const piece = (rows: string[][]): RowPiece => {
    const firstRow = Math.max(nextRow, after + 1);
    const wanted = firstRow === nextRow ? rows : rows.slice(firstRow - nextRow);
    nextRow += rows.length;
    return { firstRow, rows: wanted, bytesRead: bytes.bytesRead() };
  };
  for await (const text of readText(bytes.chunks, fileName)) {
    const passed = nextRow <= after ? splitter.skip(text, after + 1 - nextRow) : 0;
    nextRow += passed;
    if (passed > 0) continue;
    const rows: string[][] = [];
    splitter.push(text, rows);
    const ready = piece(rows);
    if (ready.rows.length > 0) yield ready;
  }
  const rows: string[][] = [];
  splitter.end(rows);
  const ready = piece(rows);
  if (ready.rows.length > 0) yield ready;
}
