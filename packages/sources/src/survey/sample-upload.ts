import type { UploadOptions, UploadSample } from '@shelfcast/domain';
import { openTable } from '../upload/open-table.ts';
import { forReport } from '../upload/personal.ts';
import { PersonalColumns } from '../upload/privacy/personal-columns.ts';

const SHOWN_ROWS = 20;
/** Rows that tell which columns are about people. */
const LOOKED_AT_ROWS = 1_000;
/** An M5-style file has two thousand columns; a person looks at the first. */
const SHOWN_COLUMNS = 100;

/** The first rows of a file, whatever its columns mean. Throws where it is no table at all. */
export async function sampleUpload(path: string, options: UploadOptions): Promise<UploadSample> {
  const table = await openTable(path, options.fileName, options.mapping?.sheet);
  const rows = await table.sample(LOOKED_AT_ROWS);
  const people = new PersonalColumns(table.columns, new Set());
  people.look(rows);
  const personal = table.columns.map((column) => people.has(column));
  return {
    format: table.format,
    columns: table.columns,
    personalColumns: table.columns.filter((_, column) => personal[column]),
    sheets: table.sheets ?? [],
    rows: rows
      .slice(0, SHOWN_ROWS)
      .map((row) =>
        row.slice(0, SHOWN_COLUMNS).map((value, column) => (personal[column] ? '' : forReport(value))),
      ),
  };
}
