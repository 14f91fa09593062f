import { type ColumnMapping, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import type { Table } from '../table.ts';
import { columnsNamed } from './habits.ts';
import type { Layout } from './layout.ts';
import { longTable } from './long-table.ts';
import { tillLayout } from './tills/read-till.ts';
import { tills } from './tills/tills.ts';
import { woocommerceOrderRows } from './tills/woocommerce-order-rows.ts';
import { uciInvoice } from './uci-invoice.ts';
import { refuseUnusableReport } from './unusable-reports.ts';
import { wideTable } from './wide-table.ts';

/** A table whose rows can be read, and how. */
export interface Recognised {
  /** The table as it is, or unfolded so that each row is one sale. */
  readonly table: Table;
  readonly layout: Layout;
}

/**
 * Recognises what `table` is by its set of header names: what `mapping` says of its columns, a till's export, a column a day,
 * or any long table. Throws `upload.unusable_report`, `upload.unknown_layout` or `upload.missing_column`.
 */
export function recognise(table: Table, mapping: ColumnMapping | null): Recognised {
  const named = new Map(columnsNamed(mapping ?? {}));
  const wide = named.has('date') ? undefined : wideTable(table, mapping?.dateOrder);
  if (wide) {
    const layout = longTable(wide.table.columns, mapping ?? {}, table.fileName);
    return { table: wide.table, layout: { ...layout, name: wide.name } };
  }
  if (mapping && named.size > 0) return { table, layout: longTable(table.columns, mapping, table.fileName) };
  const orders = woocommerceOrderRows(table) ?? table;
  for (const till of tills) {
    const layout = tillLayout(till, orders.columns);
    if (layout) return { table: orders, layout };
  }
  refuseUnusableReport(table);
  return { table, layout: uciInvoice(table.columns) ?? recogniseLongTable(table, mapping ?? {}) };
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
