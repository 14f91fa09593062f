import { type Day, uploadErrors } from '@shelfcast/domain';
import { readName } from '../layouts/check-code.ts';
import { readYesNo } from '../values/read-yes-no.ts';
import type { Cells } from './cells.ts';
import type { FactKind } from './fact-kind.ts';
import { DATE, FROM, LOCATION, PRODUCT, PRODUCT_NAME, TO } from './names.ts';

/** The location of a file that tells none apart, as of a sales file. */
const WHOLE = 'all';

export const ON_HAND: readonly string[] = [
  'onhand',
  'onhandcurrent',
  'qtyonhand',
  'quantityonhand',
  'onhandqty',
  'onhandquantity',
  'onhandunits',
  'unitsonhand',
  'stockonhand',
  'soh',
  'qoh',
  'stock',
  'stockqty',
  'stockquantity',
  'stocklevel',
  'stockunits',
  'inventory',
  'inventoryqty',
  'inventoryquantity',
  'inventorylevel',
  'inventoryonhand',
  'currentstock',
  'currentquantity',
  'currentinventory',
  'closingstock',
  'endingstock',
  'endinginventory',
  'available',
  'availableqty',
  'availablequantity',
  'availablestock',
  'qtyavailable',
  'quantityavailable',
  'bestand',
  'lagerbestand',
  'istbestand',
  'bestandsmenge',
  'aktuellerbestand',
  'lagermenge',
  'verfügbar',
  'verfuegbar',
  'verfügbarerbestand',
  'vorrat',
];

export const OUT: readonly string[] = [
  'outofstock',
  'isoutofstock',
  'stockout',
  'isstockout',
  'oos',
  'soldout',
  'ausverkauft',
  'vergriffen',
  'nichtverfügbar',
  'nichtvorrätig',
];

/** Says the opposite, or says it in words: `In stock`, `sold out`. */
export const STATUS: readonly string[] = [
  'instock',
  'isinstock',
  'stockstatus',
  'availability',
  'stockavailability',
  'vorrätig',
  'lieferbar',
  'verfügbarkeit',
];

export const OUT_FROM: readonly string[] = [
  'outfrom',
  'outsince',
  'outofstockfrom',
  'outofstocksince',
  'stockoutfrom',
  'stockoutstart',
  'stockoutstartdate',
  'stockoutdate',
  'oosfrom',
  'oosstart',
  'ausverkauftab',
  'ausverkauftvon',
  'ausverkauftseit',
  'fehltseit',
];

const OUT_TO = [
  'outto',
  'outuntil',
  'outofstockto',
  'outofstockuntil',
  'stockoutto',
  'stockoutend',
  'stockoutenddate',
  'oosto',
  'oosend',
  'backinstock',
  'ausverkauftbis',
];

/**
 * Stock on hand by product, location and day, or whether there was any; without a day it is of the day of the import. Also lists of
 * stock-outs, from one day to another: without an end they last until the day of the import.
 */
export const stock: FactKind = {
  kind: 'stock',
  layout: 'stock-table',
  meanings: {
    product: PRODUCT,
    name: PRODUCT_NAME,
    location: LOCATION,
    date: DATE,
    from: [...OUT_FROM, ...FROM],
    to: [...OUT_TO, ...TO],
    on_hand: ON_HAND,
    out: OUT,
    status: STATUS,
  },
  dates: ['date', 'from', 'to'],
  missing: (has) => [
    ...(has('product') ? [] : ['product']),
    ...(['on_hand', 'out', 'status', 'from'].some(has) ? [] : ['on_hand']),
  ],
  reader(cells, { today }) {
    const aList = !['on_hand', 'out', 'status'].some((meaning) => cells.has(meaning));
    return (row, fields) => {
      const product = cells.code(fields, 'product');
      const location = cells.has('location') ? cells.code(fields, 'location') : WHOLE;
      const { day, until } = span(cells, fields, today);
      const says = aList ? 'nothing' : cells.text(fields, 'on_hand');
      if (/^(not stocked|nicht geführt)$/i.test(says)) return uploadErrors.not_stocked;
      const onHand = aList ? null : cells.number(fields, 'on_hand');
      const out = aList ? true : readOut(cells, fields);
      if (onHand === null && out === null) return uploadErrors.no_value;
      const productName = readName(cells.text(fields, 'name'));
      const fact = { kind: 'stock', row, product, productName, location, day, onHand, out } as const;
      return until === null || until === day ? fact : { ...fact, until };
    };
  },
};

function span(cells: Cells, fields: readonly string[], today: Day): { day: Day; until: Day | null } {
  const meaning = cells.has('date') ? 'date' : 'from';
  const day = cells.day(fields, meaning, 'past');
  if (day === null && cells.has(meaning)) throw cells.refused(fields, meaning, uploadErrors.missing_value);
  if (meaning === 'date' || day === null) return { day: day ?? today, until: null };
  if (!cells.has('to')) return { day, until: null };
  return { day, until: cells.lastDay(fields, 'to', day, 'past') ?? Math.max(day, today) };
}

const OUT_WORDS =
  /^(out( of stock)?|outofstock|sold ?out|unavailable|ausverkauft|vergriffen|nicht (verfügbar|vorrätig|lieferbar|auf lager)|onbackorder|back ?order(ed)?)$/i;
const IN_WORDS =
  /^(in( |-)?stock|instock|available|limited( availability)?|low stock|verfügbar|vorrätig|lieferbar|auf lager)$/i;

function readOut(cells: Cells, fields: readonly string[]): boolean | null {
  for (const [meaning, yesMeans] of [
    ['out', true],
    ['status', false],
  ] as const) {
    const text = cells.text(fields, meaning);
    if (text === '') continue;
    if (OUT_WORDS.test(text)) return true;
    if (IN_WORDS.test(text)) return false;
    const said = readYesNo(text);
    if (said === undefined) throw cells.refused(fields, meaning, uploadErrors.not_yes_or_no);
    return said === yesMeans;
  }
  return null;
}
