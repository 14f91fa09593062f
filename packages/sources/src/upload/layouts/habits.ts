import type { ColumnMapping } from '@shelfcast/domain';

/** Parts of a mapping that say how the file is written or what it holds, and leave open what the columns of its sales mean. */
const HABITS: ReadonlySet<string> = new Set<keyof ColumnMapping>([
  'dateOrder',
  'dayEndsAt',
  'sheet',
  'kind',
  'columns',
]);

/** The parts of a mapping that name columns, by what they mean. */
export function columnsNamed(mapping: ColumnMapping): [meaning: string, columns: readonly string[]][] {
  return Object.entries(mapping)
    .filter(([meaning]) => !HABITS.has(meaning))
    .map(([meaning, columns]) => [meaning, typeof columns === 'string' ? [columns] : (columns ?? [])]);
}
