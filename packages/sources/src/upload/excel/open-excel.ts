import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { findHeader, HEADER_SEARCH_ROWS } from '../csv/find-header.ts';
import { firstRows } from '../first-rows.ts';
import type { RowPiece, Table } from '../table.ts';
import { openArchive } from '../zip/archive.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetContext, sheetRows } from './sheet-rows.ts';
import { readStyles } from './styles.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

/**
 * Opens an Excel workbook (.xlsx). Its table is the sheet of that name, or the first one that holds a table: two columns and
 * two rows at least. Numbers arrive as text, days as `2026-01-31`.
 */
export async function openExcel(
  path: string,
  fileName: string,
  fileBytes: number,
  sheetName: string | undefined,
): Promise<Table> {
  const archive = await openArchive(path, fileName);
  try {
    const { sheets, since1904 } = await readWorkbook(archive, fileName);
    const strings = await readSharedStrings(archive, fileName);
    const styles = await readStyles(archive, fileName);
    const context: SheetContext = { fileName, strings, styles, since1904 };
    const sheet = await chosenSheet(path, sheets, sheetName, context);
    const first = await topOfSheet(path, sheet, context);
    const headerAt = findHeader(first);
    const columns = (first[headerAt] ?? []).map((name) => name.trim());
    const rowsAfter = (after: number) =>
      tableRows(path, sheet, context, fileBytes, columns.length, headerAt, after);
    return {
      format: 'xlsx',
      fileName,
      fileBytes,
      columns,
      delimiter: '',
      sheets: sheets.map(({ name }) => name),
      sample: (count) => firstRows(rowsAfter(0), count),
      read: (_select, after) => ({ columns, pieces: rowsAfter(after) }),
    };
  } finally {
    archive.close();
  }
}

async function chosenSheet(
  path: string,
  sheets: readonly Sheet[],
  name: string | undefined,
  context: SheetContext,
): Promise<Sheet> {
  const refuse = (kind: typeof uploadErrors.no_such_sheet, detail: string, remedy: string) =>
    new ShelfcastError(kind, { detail, remedy, where: { file: context.fileName } });
  const tabs = sheets.map((sheet) => `“${sheet.name.slice(0, 60)}”`).join(', ');
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named) return named;
    throw refuse(
      uploadErrors.no_such_sheet,
      `There is no sheet “${name}”; there are ${tabs}.`,
      'Name one of these.',
    );
  }
  for (const sheet of sheets) {
    const rows = (await topOfSheet(path, sheet, context)).filter(
      (row) => row.filter((cell) => cell !== '').length > 1,
    );
    if (rows.length > 1) return sheet;
  }
  throw refuse(
    uploadErrors.empty_workbook,
    `None of the sheets (${tabs}) holds a table.`,
    'Save the workbook with the sales in one of its sheets: a row of column names, and a sale a row below it.',
  );
}

async function topOfSheet(path: string, sheet: Sheet, context: SheetContext): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const piece of rowsOf(path, sheet, context)) {
    for (const row of piece.rows) if (rows.length < HEADER_SEARCH_ROWS) rows.push(row);
    if (rows.length === HEADER_SEARCH_ROWS) break;
  }
  return rows;
}

/** All rows of a sheet, with the share of the sheet that has been read. */
async function* rowsOf(
  path: string,
  sheet: Sheet,
  context: SheetContext,
): AsyncGenerator<{ rows: string[][]; share: number }> {
  const archive = await openArchive(path, context.fileName);
  try {
    const whole = archive.entries.find(({ name }) => name === sheet.part)?.unpackedBytes ?? 1;
    const bytes = await archive.read(sheet.part);
    if (bytes === undefined) return;
    let read = 0;
    async function* counted(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        read += chunk.length;
        yield chunk;
      }
    }
    for await (const rows of sheetRows(counted(bytes), context))
      yield { rows, share: Math.min(1, read / whole) };
  } finally {
    archive.close();
  }
}

/** Rows below the header, each as wide as it or wider: a sheet leaves empty cells at a row's end out. */
async function* tableRows(
  path: string,
  sheet: Sheet,
  context: SheetContext,
  fileBytes: number,
  width: number,
  headerAt: number,
  after: number,
): AsyncGenerator<RowPiece> {
  let nextRow = -headerAt;
  for await (const { rows, share } of rowsOf(path, sheet, context)) {
    const firstRow = Math.max(nextRow, after + 1);
    const wanted = rows.slice(firstRow - nextRow);
    nextRow += rows.length;
    for (const row of wanted) while (row.length < width) row.push('');
    if (wanted.length > 0) yield { firstRow, rows: wanted, bytesRead: Math.round(fileBytes * share) };
  }
}
