import { type Day, uploadErrors } from '@shelfcast/domain';
import { readYesNo } from '../values/read-yes-no.ts';
import type { Cells } from './cells.ts';
import type { FactKind } from './fact-kind.ts';
import { DATE, FROM, LOCATION, PRODUCT, TO } from './names.ts';

const PRICE = [
  'price',
  'unitprice',
  'sellprice',
  'sellingprice',
  'retailprice',
  'salesprice',
  'listprice',
  'regularprice',
  'baseprice',
  'normalprice',
  'rrp',
  'preis',
  'vk',
  'vkpreis',
  'verkaufspreis',
  'einzelpreis',
  'listenpreis',
  'ladenpreis',
  'normalpreis',
  'bruttopreis',
  'uvp',
];

const REDUCED = [
  'promoprice',
  'promotionprice',
  'promotionalprice',
  'saleprice',
  'specialprice',
  'offerprice',
  'discountedprice',
  'discountprice',
  'reducedprice',
  'actionprice',
  'aktionspreis',
  'angebotspreis',
  'sonderpreis',
  'werbepreis',
];

const PROMOTION = [
  'promotion',
  'promo',
  'promotionname',
  'promoname',
  'onpromotion',
  'onpromo',
  'ispromotion',
  'ispromo',
  'promotionflag',
  'promoflag',
  'promotiontype',
  'promotype',
  'campaign',
  'offer',
  'deal',
  'onsale',
  'aktion',
  'aktionsname',
  'angebot',
  'werbung',
  'werbeaktion',
  'kampagne',
  'beworben',
];

const DEPTH = [
  'discount',
  'discountpercent',
  'discountpct',
  'discountrate',
  'discountdepth',
  'percentoff',
  'promodepth',
  'promotiondepth',
  'markdown',
  'rabatt',
  'rabattprozent',
  'rabattinprozent',
  'nachlass',
];

/**
 * Prices and promotions by product: of a day, or from one day to another, past or planned. A price without any date holds from
 * the day of the import on. Promotions are named, 1 or 0, or a depth: `25 %` and `0.25` are a quarter off.
 */
export const prices: FactKind = {
  kind: 'prices',
  layout: 'price-table',
  meanings: {
    product: PRODUCT,
    location: LOCATION,
    from: FROM,
    to: TO,
    date: DATE,
    price: PRICE,
    reduced_price: REDUCED,
    promotion: PROMOTION,
    discount: DEPTH,
  },
  dates: ['from', 'to', 'date'],
  missing: (has) => [
    ...(has('product') ? [] : ['product']),
    ...(PRICED.some(has) ? [] : ['price or promotion']),
  ],
  reader(cells, { today }) {
    return (row, fields) => {
      const product = cells.code(fields, 'product');
      const location = cells.codeOrNull(fields, 'location');
      const { from, to } = span(cells, fields, today);
      const drivers = readDrivers(cells, fields);
      if (Object.keys(drivers).length === 0) return uploadErrors.no_value;
      return { kind: 'price', row, product, location, from, to, drivers };
    };
  },
};

/** Meanings of which one is needed. */
export const PRICED = ['price', 'reduced_price', 'promotion', 'discount'] as const;

function span(cells: Cells, fields: readonly string[], today: Day): { from: Day; to: Day | null } {
  const day = cells.day(fields, 'date', 'planned');
  // A column of days beside one of validity says when the price was noted.
  if (day !== null && !cells.has('from')) {
    return { from: day, to: cells.has('to') ? cells.lastDay(fields, 'to', day, 'planned') : day };
  }
  const from = cells.day(fields, 'from', 'planned');
  if (from === null && (cells.has('from') || cells.has('date')))
    throw cells.refused(fields, cells.has('from') ? 'from' : 'date', uploadErrors.missing_value);
  const first = from ?? today;
  return { from: first, to: cells.lastDay(fields, 'to', first, 'planned') };
}

function readDrivers(cells: Cells, fields: readonly string[]): Record<string, number> {
  const drivers: Record<string, number> = {};
  const [price, reduced] = [cells.number(fields, 'price'), cells.number(fields, 'reduced_price')];
  for (const [meaning, value] of [
    ['price', price],
    ['reduced_price', reduced],
  ] as const)
    if (value !== null && value < 0) throw cells.refused(fields, meaning, uploadErrors.negative_price);
  const paid = reduced ?? price;
  if (paid !== null) drivers.price = paid;
  const off = depth(cells, fields, 'discount');
  // Nothing off may be a promotion all the same: a second placement, a leaflet.
  const promotion = off || (promotionOf(cells, fields) ?? reduction(price, reduced) ?? off);
  if (promotion !== null) drivers.promotion = promotion;
  return drivers;
}

/** How much less than usual; a reduced price alone says that there is a promotion, and not how deep. */
function reduction(price: number | null, reduced: number | null): number | null {
  if (reduced === null) return null;
  if (price === null || price <= 0) return 1;
  return Math.max(0, Math.round((1 - reduced / price) * 10_000) / 10_000);
}

/** 1 or 0 where the cell says yes or no, its depth where it holds a number, 1 where it names the promotion. */
function promotionOf(cells: Cells, fields: readonly string[]): number | null {
  const text = cells.text(fields, 'promotion');
  if (text === '') return null;
  const said = readYesNo(text);
  if (said !== undefined) return said ? 1 : 0;
  return /^[-+]?[\d.,]+\s*%?$/.test(text) ? depth(cells, fields, 'promotion') : 1;
}

/** A share of the price: `25 %`, 25 and 0.25 are the same. */
function depth(cells: Cells, fields: readonly string[], meaning: 'discount' | 'promotion'): number | null {
  const text = cells.text(fields, meaning);
  if (text === '') return null;
  const value = cells.number(fields, meaning, text.replace(/\s*%$/, ''))!;
  const share = text.endsWith('%') || Math.abs(value) > 1 ? Math.abs(value) / 100 : Math.abs(value);
  if (share > 1) throw cells.refused(fields, meaning, uploadErrors.implausible_number);
  return Math.round(share * 10_000) / 10_000;
}
