import { type ColumnMapping, ShelfcastError } from '@shelfcast/domain';
import { recognise } from './layouts/recognise.ts';
import { openTable } from './open-table.ts';

/** What a look at a file's header tells. */
export interface Inspection {
  readonly columns: readonly string[];
  /** The layout and what its columns mean; null where the header does not tell, and then why. */
  readonly layout: string | null;
  readonly mapping: ColumnMapping | null;
  readonly problem: ShelfcastError | null;
}

/** Opens the file and proposes a layout. Throws where the file is no table at all. */
export async function inspectUpload(path: string, fileName: string): Promise<Inspection> {
  const table = await openTable(path, fileName);
  try {
    const { layout } = recognise(table, null);
    return { columns: table.columns, layout: layout.name, mapping: layout.mapping, problem: null };
  } catch (problem) {
    if (!(problem instanceof ShelfcastError)) throw problem;
    return { columns: table.columns, layout: null, mapping: null, problem };
  }
}
