import { type ColumnMapping, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import type { Table } from '../table.ts';
import { columnsNamed } from './habits.ts';
import type { Layout } from './layout.ts';
import { longTable } from './long-table.ts';
import { tillLayout } from './tills/read-till.ts';
import { tills } from './tills/tills.ts';
import { uciInvoice } from './uci-invoice.ts';
import { refuseUnusableReport } from './unusable-reports.ts';

/** The layout of `table`: a known one by its set of header names, else a long table. */
export function recogniseLayout(table: Table, mapping: ColumnMapping | null): Layout {
  if (mapping && columnsNamed(mapping).length > 0) return longTable(table.columns, mapping, table.fileName);
  for (const till of tills) {
    const layout = tillLayout(till, table.columns);
    if (layout) return layout;
  }
  refuseUnusableReport(table);
  return uciInvoice(table.columns) ?? recogniseLongTable(table, mapping ?? {});
}

function recogniseLongTable(table: Table, mapping: ColumnMapping): Layout {
  // One column, or names that are all numbers: this is no header at all.
  if (table.columns.length < 2 || table.columns.every((name) => name === '' || !Number.isNaN(Number(name))))
    throw new ShelfcastError(uploadErrors.unknown_layout, {
      detail: `The first row, ${JSON.stringify(table.columns.slice(0, 8).join(', ').slice(0, 120))}, is no header of a sales table.`,
      remedy: 'Put a first row of column names: date, product, location, units.',
      where: { file: table.fileName, row: 0 },
    });
  return longTable(table.columns, mapping, table.fileName);
}
