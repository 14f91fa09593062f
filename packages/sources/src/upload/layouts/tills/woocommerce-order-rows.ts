import type { Table } from '../../table.ts';
import { unfold } from '../../unfold.ts';
import { plainName } from '../find-column.ts';

const ITEM_COLUMN = /^(?:order|line)_?item_?(\d+)$/i;

/** Columns of `woocommerce-line-items` that an item's text is cut into. */
const COLUMNS = [
  'line_item_product_id',
  'line_item_sku',
  'line_item_name',
  'line_item_quantity',
  'line_item_total',
];

/**
 * WooCommerce orders with a row an order and a column an item, as a table with a row an item; undefined where `table` is
 * none. An item is written by position, `product_id:4959|1|30|size: Medium` (product, quantity, total), or by key,
 * `name:Mug|sku:MUG-1|quantity:2|total:24.00`.
 */
export function woocommerceOrderRows(table: Table): Table | undefined {
  const columns = table.columns.flatMap((name, at) => {
    const item = ITEM_COLUMN.exec(name);
    return item ? [{ at, stands: item[1] }] : [];
  });
  const isOrder = table.columns.some((name) => /^order(id|number)$/.test(plainName(name)));
  if (columns.length === 0 || !isOrder) return undefined;
  return unfold(table, { columns, names: COLUMNS, cut: (_, item) => cutItem(item) });
}

/** [product id, SKU, name, quantity, total] */
function cutItem(item: string): string[] {
  const parts = item.split('|').map((part) => part.trim());
  const keyed = new Map(
    parts.flatMap((part): [string, string][] => {
      const pair = /^(product_id|id|sku|name|quantity|qty|total|subtotal)\s*:\s*(.*)$/i.exec(part);
      return pair ? [[pair[1].toLowerCase(), pair[2]]] : [];
    }),
  );
  const loose = parts.filter((part) => /^-?[\d.,]+$/.test(part));
  return [
    keyed.get('product_id') ?? keyed.get('id') ?? '',
    keyed.get('sku') ?? '',
    keyed.get('name') ?? '',
    keyed.get('quantity') ?? keyed.get('qty') ?? loose[0] ?? '',
    keyed.get('total') ?? keyed.get('subtotal') ?? loose[1] ?? '',
  ];
}
