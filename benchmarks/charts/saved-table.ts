import { readFileSync } from 'node:fs';
import type { ResultTable } from '../shared/experiment.ts';

/** What `run.ts --save` wrote: a table, and the day and machine it is from. */
export interface SavedTable extends ResultTable {
  readonly circumstances: string;
}

export function readTable(path: string): SavedTable {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** A table's rows, each as a getter by column name. */
export function rowsOf({ head, rows }: SavedTable): ((column: string) => string)[] {
  return rows.map((row) => (column) => {
    const at = head.indexOf(column);
    if (at < 0) throw new Error(`The table has no column "${column}": ${head.join(', ')}`);
    return row[at];
  });
}
