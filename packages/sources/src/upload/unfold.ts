import type { RowPiece, Table } from './table.ts';

/** Columns of a table that repeat one thing: a column a day, or a column an item of an order. */
export interface Repeats {
  /** The repeating columns, by their place in the table, and what each stands for. */
  readonly columns: readonly { readonly at: number; readonly stands: string }[];
  /** Names of the columns that take their place. */
  readonly names: readonly string[];
  /** What those columns hold, of what a cell stands for and what is in it. As a rule just these two. */
  readonly cut?: (stands: string, value: string) => readonly string[];
}

/** Cells read into one piece: what a batch takes, whatever the width of the table. */
const CELLS_A_PIECE = 16_384;

/**
 * The table with a row for each repeating cell. Cell j (from 0) of row r is row (r − 1) × repeats + j + 1, so that every
 * cell is accounted for and reading can begin at any.
 */
export function unfold(table: Table, { columns: repeats, names, cut = both }: Repeats): Table {
  const repeating = new Set(repeats.map(({ at }) => at));
  const kept = table.columns.map((_, at) => at).filter((at) => !repeating.has(at));
  const columns = [...kept.map((at) => table.columns[at]), ...names];
  const width = repeats.length;
  const unfoldRow = (fields: readonly string[]): string[][] => {
    const ids = kept.map((at) => fields[at] ?? '');
    return repeats.map(({ at, stands }) => [...ids, ...cut(stands, fields[at] ?? '')]);
  };

  async function* pieces(after: number): AsyncGenerator<RowPiece> {
    const wholeRows = Math.floor(after / width);
    const rowsAPiece = Math.max(1, Math.floor(CELLS_A_PIECE / width));
    for await (const piece of table.read(table.columns, wholeRows).pieces) {
      for (let from = 0; from < piece.rows.length; from += rowsAPiece) {
        const some = piece.rows.slice(from, from + rowsAPiece);
        const firstCell = (piece.firstRow + from - 1) * width + 1;
        const rows = some.flatMap(unfoldRow);
        const skip = Math.max(0, after + 1 - firstCell);
        yield { firstRow: firstCell + skip, rows: rows.slice(skip), bytesRead: piece.bytesRead };
      }
    }
  }

  return {
    ...table,
    columns,
    async sample(count) {
      const rows = await table.sample(Math.ceil(count / width));
      return rows.flatMap(unfoldRow).slice(0, count);
    },
    read: (_select, after) => ({ columns, pieces: pieces(after) }),
  };
}

const both = (stands: string, value: string) => [stands, value];
