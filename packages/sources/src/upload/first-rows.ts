import type { RowPiece } from './table.ts';

/** The first `count` rows that could be cut into fields. */
export async function firstRows(pieces: AsyncIterable<RowPiece>, count: number): Promise<string[][]> {
  const first: string[][] = [];
  for await (const { rows, faults } of pieces) {
    for (let i = 0; i < rows.length && first.length < count; i++) if (!faults?.has(i)) first.push(rows[i]);
    if (first.length >= count) break;
  }
  return first;
}
