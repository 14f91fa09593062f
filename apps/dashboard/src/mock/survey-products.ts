import type { ImportSurvey, Mapping } from '@shelfcast/contract';

type Report = NonNullable<ImportSurvey['report']>;

/** A list of products: by a `sku` and no date, or because it is said that it is one. */
export function productsOf(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  mapping: Mapping,
): Report | null {
  if (mapping.kind !== 'products' && (mapping.kind || !columns.includes('sku') || columns.includes('date')))
    return null;
  const product = mapping.columns?.product ?? 'sku';
  const others = columns.filter((name) => name !== product && name !== 'name');
  const at = columns.indexOf(product);
  const codes = rows.map((row) => row[at] ?? '').filter((code) => code !== '');
  const missing = rows.flatMap((row, i) =>
    row[at] === '' ? [{ row: i + 1, field: product, value: '' }] : [],
  );
  return {
    kind: 'products',
    facts: {
      count: codes.length,
      planned: 0,
      locations: 0,
      says: others.map((name) => ({ name, rows: codes.length })),
      first_day: null,
      last_day: null,
      examples: {
        columns: ['product', ...columns.filter((name) => name !== product)],
        rows: rows.slice(0, 8).map((row) => [row[at] ?? '', ...row.filter((_, i) => i !== at)]),
      },
    },
    layout: 'product-table',
    mapping: { kind: 'products', columns: { product } },
    columns: [...columns],
    personal_columns: [],
    personal: [],
    correction_of: null,
    stated_totals: [],
    rows: { in: rows.length, loaded: codes.length, skipped: 0, rejected: missing.length },
    skipped: [],
    rejected:
      missing.length === 0
        ? []
        : [
            {
              cause: 'upload.missing_value',
              rows: missing.length,
              examples: missing.slice(0, 5),
              remedy: 'Fill it in; without it the row belongs to nothing.',
            },
          ],
    first_sold_on: null,
    last_sold_on: null,
    days: [],
    gaps: [],
    spikes: [],
    repeated_lines: 0,
    units_returned: 0,
    products: { count: codes.length, more: false, new: { count: 1, examples: codes.slice(0, 1) } },
    locations: { list: [], new: { count: 0, examples: [] } },
    currencies: [],
    units: [],
  };
}
