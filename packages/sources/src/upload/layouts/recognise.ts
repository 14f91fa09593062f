import { type ColumnMapping, ShelfcastError, type UploadKind, uploadErrors } from '@shelfcast/domain';
import { factLayout } from '../facts/fact-layout.ts';
import { recogniseExport, recogniseFacts } from '../facts/recognise-facts.ts';
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
  /** The table as it is, or unfolded so that each row is one sale, or one fact. */
  readonly table: Table;
  readonly layout: Layout;
}

/**
 * Recognises what `table` is by its set of header names: what `mapping` says of it, a till's export, a column a day, a file
 * without sales (products, stock, opening hours), or any long table. Throws `upload.unusable_report`, `upload.unknown_layout`
 * or `upload.missing_column`.
 */
export function recognise(table: Table, mapping: ColumnMapping | null): Recognised {
  if (mapping?.kind && mapping.kind !== 'sales')
    return recogniseExportOf(mapping.kind, table, mapping) ?? factLayout(mapping.kind, table, mapping);
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
  const facts = mapping?.kind === 'sales' ? undefined : recogniseExport(table);
  if (facts) return facts;
  refuseUnusableReport(table);
  const others = mapping?.kind === 'sales' ? undefined : recogniseFacts(table, mapping ?? {});
  if (others) return others;
  return { table, layout: uciInvoice(table.columns) ?? recogniseLongTable(table, mapping ?? {}) };
}

/** An export that is known by its header stays what it is, unless it is said what its columns mean. */
function recogniseExportOf(kind: UploadKind, table: Table, mapping: ColumnMapping): Recognised | undefined {
  const known = Object.keys(mapping.columns ?? {}).length > 0 ? undefined : recogniseExport(table);
  return known?.layout.kind === kind ? known : undefined;
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
