import { type ColumnMapping, ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { findColumn } from './find-column.ts';
import { columnsNamed } from './habits.ts';

/** Names that columns of long tables go by, plain (no case, no signs), the likeliest first. */
export const SYNONYMS = {
  date: [
    'date',
    'day',
    'ds',
    'solddate',
    'saledate',
    'salesdate',
    'orderdate',
    'businessdate',
    'invoicedate',
    'timestamp',
    'datum',
  ],
  product: [
    'item',
    'product',
    'sku',
    'uniqueid',
    'itemid',
    'productid',
    'productcode',
    'itemcode',
    'stockcode',
    'article',
    'artikel',
    'upc',
    'gtin',
    'ean',
    'seriesid',
    'id',
  ],
  productName: ['itemname', 'productname', 'description', 'title', 'name'],
  location: [
    'store',
    'location',
    'storeid',
    'locationid',
    'shop',
    'branch',
    'site',
    'outlet',
    'filiale',
    'warehouse',
  ],
  value: [
    'units',
    'sales',
    'qty',
    'quantity',
    'y',
    'value',
    'unitssold',
    'qtysold',
    'sold',
    'demand',
    'menge',
    'weeklysales',
  ],
  revenue: ['revenue', 'netsales', 'amount', 'turnover', 'umsatz'],
  order: [
    'order',
    'orderid',
    'ordernumber',
    'receipt',
    'receiptnumber',
    'transactionid',
    'invoiceno',
    'invoice',
  ],
  line: ['line', 'lineid', 'linenumber', 'lineno'],
  closed: ['closed', 'isclosed'],
} as const;

/** A mapping with nothing left open: every column it names is in the file. */
export interface FullMapping {
  readonly product: readonly string[];
  readonly productName: string | null;
  readonly location: readonly string[];
  readonly date: string;
  readonly value: string;
  readonly revenue: string | null;
  readonly order: string | null;
  readonly line: string | null;
  readonly known: readonly string[];
  readonly closed: string | null;
}

/** Completes `mapping` by the names of the header. Throws `upload.missing_column`, naming what was found. */
export function completeMapping(
  columns: readonly string[],
  mapping: ColumnMapping,
  fileName: string,
): FullMapping {
  checkNamedColumns(columns, mapping, fileName);
  const guess = (meaning: keyof typeof SYNONYMS) => findColumn(columns, SYNONYMS[meaning]) ?? null;
  const one = (meaning: 'productName' | 'revenue' | 'order' | 'line' | 'closed') =>
    mapping[meaning] === undefined ? guess(meaning) : mapping[meaning];
  const date = mapping.date ?? guess('date');
  const value = mapping.value ?? guess('value');
  const location = mapping.location ?? several(guess('location'));
  const product = mapping.product ?? several(guess('product'));
  const missing = [
    ...(date === null ? ['date'] : []),
    ...(product.length === 0 && location.length === 0 ? ['product'] : []),
    ...(value === null ? ['units'] : []),
  ];
  if (date === null || value === null || missing.length > 0) throw missingColumns(missing, columns, fileName);
  return {
    product,
    productName: one('productName'),
    location,
    date,
    value,
    revenue: one('revenue'),
    order: one('order'),
    line: one('line'),
    known: mapping.known ?? [],
    closed: one('closed'),
  };
}

const several = (column: string | null) => (column === null ? [] : [column]);

function checkNamedColumns(columns: readonly string[], mapping: ColumnMapping, fileName: string): void {
  const named = columnsNamed(mapping).flatMap(([, names]) => names);
  const absent = named.filter((name) => !columns.includes(name));
  if (absent.length > 0) throw missingColumns(absent, columns, fileName);
}

function missingColumns(
  missing: readonly string[],
  columns: readonly string[],
  fileName: string,
): ShelfcastError {
  const found = columns
    .slice(0, 20)
    .map((column) => `“${column.slice(0, 40)}”`)
    .join(', ');
  const more = columns.length > 20 ? ` and ${columns.length - 20} more` : '';
  const absent = missing.map((name) => `“${name}”`).join(', ');
  return new ShelfcastError(uploadErrors.missing_column, {
    detail: `The header has no column for ${absent}. It has ${found}${more}.`,
    remedy:
      'Rename the columns to date, product, location and units, or say which column is which. A file without sales needs to be told apart: say what it holds.',
    where: { file: fileName, row: 0, field: missing[0] },
  });
}
