import type { SummarySort } from './summary.ts';

interface SortColumn {
  readonly column: string;
  readonly type: 'text' | 'float8' | 'bigint';
}

const columns: Readonly<Record<SummarySort, SortColumn>> = {
  product: { column: 'product_code', type: 'text' },
  location: { column: 'location_code', type: 'text' },
  model: { column: 'model', type: 'text' },
  total: { column: 'total_mean', type: 'float8' },
  lastHorizon: { column: 'total_last_horizon', type: 'float8' },
  lastYear: { column: 'total_last_year', type: 'float8' },
  wape: { column: 'wape', type: 'float8' },
  naiveWape: { column: 'naive_wape', type: 'float8' },
  bias: { column: 'bias', type: 'float8' },
  coverage: { column: 'coverage80', type: 'float8' },
  series: { column: 'series_id', type: 'bigint' },
};

/** The names a list can be sorted by. */
export const summarySorts = Object.keys(columns) as readonly SummarySort[];

/**
 * The SQL expression of a sort. Numbers that are missing stand beyond the end in either direction, so that one comparison
 * (value, series_id) both orders and continues a page. Text compares by code point ("C"): the same on every server.
 */
export function sortExpression(sort: SummarySort, descending: boolean): { sql: string; type: string } {
  const { column, type } = columns[sort];
  if (type === 'text') return { sql: `(${column} COLLATE "C")`, type };
  if (type === 'bigint') return { sql: column, type };
  return { sql: `coalesce(${column}, '${descending ? '-' : ''}Infinity'::float8)`, type };
}
