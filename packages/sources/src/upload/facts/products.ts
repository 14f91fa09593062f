import { readAttributes, readsAttribute } from './attributes.ts';
import type { FactKind } from './fact-kind.ts';
import { PRODUCT, PRODUCT_NAME } from './names.ts';

/** A row a product, with whatever is known of it: every further column is an attribute. */
export const products: FactKind = {
  kind: 'products',
  layout: 'product-table',
  meanings: { product: [...PRODUCT, 'id', 'code', 'number', 'nummer', 'nr'], name: PRODUCT_NAME },
  dates: [],
  missing: (has) => (has('product') ? [] : ['product']),
  reader(cells, { columns }) {
    const attributes = columns.filter((name) => readsAttribute(name) && !cells.isMeant(name));
    const read = readAttributes(attributes, columns);
    return (row, fields) => ({
      kind: 'product',
      row,
      product: cells.code(fields, 'product'),
      name: cells.name(fields, 'name'),
      attributes: read(fields),
    });
  },
};
