import { isRead } from '../batches.ts';
import type { ReadRow, RowSink } from '../layouts/layout.ts';
import type { TableRows } from '../table.ts';
import type { KeepCells } from './kept-cells.ts';

/**
 * What is kept of the rows `wanted`, up to the last of them.
 *
 * @param readRow for a layout whose rows take cells from those before them: it fills them in place
 */
export async function* cellsOf(
  { columns, pieces }: TableRows,
  wanted: ReadonlySet<number>,
  keep: KeepCells,
  readRow: ReadRow | undefined,
): AsyncGenerator<{ readonly row: number; readonly cells: readonly string[] }> {
  let left = wanted.size;
  if (left === 0) return;
  for await (const { firstRow, rows, numbers, faults } of pieces)
    for (let i = 0; i < rows.length; i++) {
      if (faults?.has(i)) continue;
      const row = numbers?.[i] ?? firstRow + i;
      if (readRow && isRead(rows[i], columns)) readRow(row, rows[i], nowhere());
      if (!wanted.has(row)) continue;
      const cells = keep(rows[i]);
      if (cells) yield { row, cells };
      if (--left === 0) return;
    }
}

const nowhere = (): RowSink => ({ lines: [], planned: [], facts: [], skipped: [], rejected: [], totals: [] });
