import type { UploadKind } from '@shelfcast/domain';
import type { Table } from '../table.ts';
import { events } from './events.ts';
import type { FactKind } from './fact-kind.ts';
import { specialHours, weeklyHours } from './hours.ts';
import { locations } from './locations.ts';
import { prices } from './prices.ts';
import { products } from './products.ts';
import { stock } from './stock.ts';
import { weekdayColumns } from './weekday-columns.ts';

/** What a file can hold besides sales, in the words of a message. */
export const KIND_WORDS: Readonly<Record<Exclude<UploadKind, 'sales'>, string>> = {
  products: 'products',
  locations: 'locations',
  prices: 'prices and promotions',
  stock: 'stock',
  hours: 'opening hours and closures',
  events: 'events',
};

/** A table as a file of `kind` is read: hours stand in a column a weekday, a row a weekday, or as days of their own. */
export function tableOfKind(
  kind: Exclude<UploadKind, 'sales'>,
  table: Table,
  namesWeekday: (table: Table) => boolean,
): { readonly table: Table; readonly of: FactKind } {
  if (kind !== 'hours') return { table, of: KINDS[kind] };
  const week = weekdayColumns(table);
  if (week) return { table: week, of: weeklyHours };
  return { table, of: namesWeekday(table) ? weeklyHours : specialHours };
}

const KINDS = { products, locations, prices, stock, events } as const;
