import { type ColumnMapping, ShelfcastError, type UploadKind } from '@shelfcast/domain';
import { recognise } from './layouts/recognise.ts';
import { openTable } from './open-table.ts';

/** What a look at a file's header tells. */
export interface Inspection {
  readonly columns: readonly string[];
  /** What it holds; null where the header does not tell. */
  readonly kind: UploadKind | null;
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
    const { kind = 'sales', name, mapping } = layout;
    return { columns: table.columns, kind, layout: name, mapping, problem: null };
  } catch (problem) {
    if (!(problem instanceof ShelfcastError)) throw problem;
    return { columns: table.columns, kind: null, layout: null, mapping: null, problem };
  }
}
