import type { ColumnMapping, UploadKind } from '@shelfcast/domain';
import { ShelfcastError, uploadErrors } from '@shelfcast/domain';
import { findColumn, plainName } from '../layouts/find-column.ts';
import { SYNONYMS } from '../layouts/long-table-columns.ts';
import type { Recognised } from '../layouts/recognise.ts';
import { isPersonalColumn } from '../personal.ts';
import type { Table } from '../table.ts';
import { isKnownAttribute, readsAttribute } from './attributes.ts';
import { EVENT, events, TITLE } from './events.ts';
import type { Meanings } from './fact-kind.ts';
import { columnList, factLayout, findMeanings } from './fact-layout.ts';
import { CLOSED, CLOSED_FROM, HOURS, SPECIAL_DAY, specialHours, WEEKDAY, weeklyHours } from './hours.ts';
import { KIND_WORDS } from './kinds.ts';
import { locations } from './locations.ts';
import { DATE, FROM, LOCATION, PRODUCT, PRODUCT_NAME, TO } from './names.ts';
import { PRICED, prices } from './prices.ts';
import { productExportLayout } from './product-export.ts';
import { productExports } from './product-exports.ts';
import { shopifyInventory } from './shopify-inventory.ts';
import { ON_HAND, OUT, OUT_FROM, STATUS } from './stock.ts';
import { weekdayColumns } from './weekday-columns.ts';

type Kind = Exclude<UploadKind, 'sales'>;

/** Names of a column of units that only sales have. `quantity` may as well be what is in stock. */
const SOLD = ['units', 'sales', 'unitssold', 'qtysold', 'sold', 'weeklysales', 'demand', 'y'];

/** A catalogue or a stock list that is known by its header; undefined where `table` is none. */
export function recogniseExport(table: Table): Recognised | undefined {
  const inventory = shopifyInventory(table);
  if (inventory) return inventory;
  for (const known of productExports) {
    const layout = productExportLayout(known, table.columns);
    if (layout) return { table, layout };
  }
  return undefined;
}

/**
 * What a table holds besides sales, by the names of its header; undefined where it is one of sales, or none of ours. Throws
 * `upload.unknown_layout` where it may be several things: a wrong guess would be loaded as something that it isn't.
 */
export function recogniseFacts(table: Table, mapping: ColumnMapping): Recognised | undefined {
  const header = new Header(table);
  const kinds = kindsOf(header);
  if (header.sells) {
    if (!kinds.includes('stock') || header.has(SOLD)) return undefined;
    throw leftOpen(table, ['sales', 'stock']);
  }
  if (kinds.length > 1) throw leftOpen(table, kinds);
  return kinds.length === 1 ? factLayout(kinds[0], table, mapping) : undefined;
}

/** What the names of a header say, whatever the file turns out to be. */
class Header {
  readonly table: Table;
  /** Those that name nothing about people. */
  readonly columns: readonly string[];

  constructor(table: Table) {
    this.table = table;
    this.columns = table.columns.filter((name) => name.trim() !== '' && !isPersonalColumn(name));
  }

  has(...names: (readonly string[])[]): boolean {
    return findColumn(this.columns, names.flat()) !== undefined;
  }

  /** Whether it has a day, a product or a location, and units: what a sale needs. */
  get sells(): boolean {
    return (
      this.has(SYNONYMS.date) && this.has(SYNONYMS.value) && this.has(SYNONYMS.product, SYNONYMS.location)
    );
  }

  /** Whether each column, texts and pictures aside, has a meaning among `meanings`. */
  onlyHas(meanings: Meanings, ...others: string[]): boolean {
    const known = new Set(Object.values(findMeanings(meanings, this.columns)));
    return this.columns.every(
      (name) => known.has(name) || others.includes(plainName(name)) || !readsAttribute(name),
    );
  }

  /** Columns that say what a product or a location is like, those of `meanings` aside. */
  attributes(...besides: (readonly string[])[]): number {
    const other = new Set(besides.flat());
    return this.columns.filter((name) => isKnownAttribute(name) && !other.has(plainName(name))).length;
  }
}

const VALUES = [...SYNONYMS.value, ...SYNONYMS.order, ...SYNONYMS.revenue];

function kindsOf(header: Header): Kind[] {
  const product = header.has(PRODUCT);
  const location = header.has(LOCATION);
  const dated = header.has(DATE, FROM, OUT_FROM);
  const stock = product && header.has(ON_HAND, OUT, STATUS, OUT_FROM);
  if (header.has(VALUES)) return stock ? ['stock'] : [];
  if (!product) return kindsWithoutProduct(header, location, dated);
  const priced = header.has(...PRICED.map((meaning) => prices.meanings[meaning]));
  // A catalogue often says what is in stock, and a stock list what the products are like.
  const alike = header.attributes(PRODUCT, ON_HAND, ...PRICED.map((meaning) => prices.meanings[meaning])) > 0;
  const catalogue = !dated && !location && (alike || (header.has(PRODUCT_NAME) && !priced && !stock));
  if (stock) return catalogue ? ['products', 'stock'] : ['stock'];
  if (catalogue) return ['products'];
  // From when to when, and not what: a promotion, or a stock-out?
  if (!priced) return header.has(FROM) && header.has(TO) ? ['prices', 'stock'] : [];
  // Without a day it is the list of today's prices, if nothing in it may be a day under another name.
  const list = header.onlyHas(
    { ...prices.meanings, name: PRODUCT_NAME },
    'currency',
    'währung',
    'unit',
    'einheit',
  );
  return dated || list ? ['prices'] : [];
}

function kindsWithoutProduct(header: Header, location: boolean, dated: boolean): Kind[] {
  const week = weekdayColumns(header.table) !== undefined;
  const weekly = header.has(WEEKDAY) && header.has(weeklyHours.meanings.opens, HOURS, CLOSED);
  const special = dated && header.has(CLOSED, HOURS, specialHours.meanings.opens);
  const kinds: Kind[] = [];
  if (week || weekly || special || header.has(CLOSED_FROM, SPECIAL_DAY)) kinds.push('hours');
  else if (dated && (header.has(EVENT) || (header.has(TITLE) && header.onlyHas(events.meanings))))
    kinds.push('events');
  const described = header.attributes(LOCATION) > 0 || header.has(locations.meanings.name);
  const hoursApart = kinds.length === 0 || header.attributes(LOCATION) > 0;
  if (location && !dated && described && hoursApart && !header.has(WEEKDAY)) kinds.push('locations');
  return kinds;
}

function leftOpen(table: Table, kinds: readonly UploadKind[]): ShelfcastError {
  const words = kinds.map((kind) => (kind === 'sales' ? 'sales' : KIND_WORDS[kind]));
  return new ShelfcastError(uploadErrors.unknown_layout, {
    detail: `By its columns this file may hold ${words.join(' or ')}. It has ${columnList(table.columns)}.`,
    remedy: `Say what it holds (kind of the mapping: sales, ${Object.keys(KIND_WORDS).join(', ')}).`,
    where: { file: table.fileName, row: 0 },
  });
}
