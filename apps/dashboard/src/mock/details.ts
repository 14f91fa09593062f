import type { SeriesDetails } from '@shelfcast/contract';
import { stepPeriods } from '../format/periods.ts';
import { FIRST_AHEAD, ORIGIN } from './demand.ts';
import { locations, productAt } from './shop.ts';

/** What files say of a product: everything, attributes only, nothing, or that it is out of stock. */
const stated = ['everything', 'attributes', 'nothing', 'out'] as const;
const productOf = (series: number) => Math.floor((series - 1) / locations.length);
const statedOf = (series: number) => stated[productOf(series) % stated.length]!;

export const isOutOfStock = (series: number): boolean => statedOf(series) === 'out';

/** By name, as a file of products gives them. */
export function attributesOf(series: number): Record<string, string> {
  const index = productOf(series);
  if (statedOf(series) === 'nothing') return {};
  return {
    category: ['Candles', 'Lamps', 'Kitchen', 'Textiles', 'Garden'][index % 5]!,
    brand: index % 2 === 0 ? 'Nordlicht' : 'Hartley & Finch',
    pack_size: String([1, 6, 12][index % 3]),
  };
}

export function detailsOf(series: number): SeriesDetails {
  const index = productOf(series);
  const place = locations[(series - 1) % locations.length]!;
  const { code, name } = productAt(index);
  const { location } = place;
  return {
    series,
    product: { code, name, attributes: attributesOf(series) },
    location: {
      location,
      code: place.code,
      name: place.name,
      attributes: statedOf(series) === 'everything' ? { size_sqm: String(60 + 20 * location) } : {},
    },
    stock: stockOf(series),
    ahead: statedOf(series) === 'everything' ? ahead() : [],
  };
}

/** Where there is any, the second location's file says only that there is; the last one was counted long ago. */
function stockOf(series: number): SeriesDetails['stock'] {
  const what = statedOf(series);
  if (what === 'nothing' || what === 'attributes') return [];
  return locations.map(({ location, code, name }) => ({
    location: { location, code, name },
    day: location === locations.length ? stepPeriods(ORIGIN, -40, 'D') : ORIGIN,
    on_hand: what === 'out' ? 0 : location === 2 ? null : 14 * location,
    out: what === 'out',
  }));
}

/** A price that a week of a lower one interrupts, and a leaflet before Christmas; then until it is said otherwise. */
function ahead(): SeriesDetails['ahead'] {
  const day = (steps: number) => stepPeriods(FIRST_AHEAD, steps, 'D');
  return [
    { from: day(0), to: day(4), drivers: { price: 12 } },
    { from: day(5), to: day(11), drivers: { price: 9, promotion: 0.25 } },
    { from: day(12), to: day(25), drivers: { price: 12 } },
    { from: day(26), to: day(32), drivers: { price: 12, promotion: 1, second_placement: 1 } },
    { from: day(33), to: day(365), drivers: { price: 12.5 } },
  ];
}
