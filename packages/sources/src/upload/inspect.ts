import { type ColumnMapping, ShelfcastError } from '@shelfcast/domain';
import { recognise } from './layouts/recognise.ts';
import { openTable } from './open-table.ts';
import { forReport, isPersonalColumn } from './personal.ts';
import type { Table } from './table.ts';

/** What a look at a file tells before anything of it is loaded. */
export interface Inspection {
  readonly format: Table['format'];
  readonly fileBytes: number;
  readonly columns: readonly string[];
  readonly personalColumns: readonly string[];
  /** The first rows; columns about people are blanked. */
  readonly sample: readonly (readonly string[])[];
  /** The layout and what its columns mean; null where the header does not tell, and then why. */
  readonly layout: string | null;
  readonly mapping: ColumnMapping | null;
  readonly problem: ShelfcastError | null;
}

const SHOWN_ROWS = 20;

/** Opens the file and proposes a layout. Throws where the file is no table at all. */
export async function inspectUpload(path: string, fileName: string): Promise<Inspection> {
  const table = await openTable(path, fileName);
  const rows = await table.sample(SHOWN_ROWS);
  const personal = table.columns.map(isPersonalColumn);
  return {
    format: table.format,
    fileBytes: table.fileBytes,
    columns: table.columns,
    personalColumns: table.columns.filter((_, column) => personal[column]),
    sample: rows.map((row) => row.map((value, column) => (personal[column] ? '' : forReport(value)))),
    ...layoutOf(table),
  };
}

function layoutOf(table: Table): Pick<Inspection, 'layout' | 'mapping' | 'problem'> {
  try {
    const { layout } = recognise(table, null);
    return { layout: layout.name, mapping: layout.mapping, problem: null };
  } catch (problem) {
    if (!(problem instanceof ShelfcastError)) throw problem;
    return { layout: null, mapping: null, problem };
  }
}
