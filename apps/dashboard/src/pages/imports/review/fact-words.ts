import type { ImportSurvey } from '@shelfcast/contract';
import { count, counted } from '../../../format/numbers.ts';
import type { Kind } from './kinds.ts';

type Report = NonNullable<ImportSurvey['report']>;
type Facts = NonNullable<Report['facts']>;

/** What a file without sales says, in a sentence. */
export function factsAnswer({ kind, layout, products, locations, facts }: Report): string {
  if (!facts || facts.count === 0) return 'None of its rows could be used';
  const attributes = facts.says.length > 0 ? ` with ${counted(facts.says.length, 'attribute')}` : '';
  const places = facts.locations > 0 ? ` at ${counted(facts.locations, 'location')}` : '';
  const goods = counted(products.count, 'product');
  switch (kind) {
    case 'products':
      return `${goods}${attributes}; ${newOf(products.new.count, products.count)}`;
    case 'locations':
      return `${counted(facts.locations, 'location')}${attributes}; ${newOf(locations.new.count, facts.locations)}`;
    case 'prices':
      return `${counted(facts.count, 'price or promotion', 'prices and promotions')} of ${goods}${planned(facts)}`;
    case 'stock':
      return `Stock of ${goods}${places}`;
    case 'hours':
      if (layout === 'special-hours')
        return `${counted(facts.count, 'closure or day with other hours', 'closures and days with other hours')}${places}`;
      return `Opening hours${places === '' ? ' of every location' : places}, in ${counted(facts.count, 'row')}`;
    default:
      return `${counted(facts.count, 'event')}${planned(facts)}`;
  }
}

function newOf(many: number, all: number): string {
  if (many === 0) return 'none is new';
  if (many === all) return 'all are new';
  return many === 1 ? '1 is new' : `${count(many)} are new`;
}

function planned({ planned: many, count: all }: Facts): string {
  if (all === 1) return many === 1 ? ', still to come' : '';
  if (many === 0) return ', none of them planned';
  return many === all ? ', all of them planned' : `, ${count(many)} of them planned`;
}

/** What loading it does. */
export const AFTERWARDS: Readonly<Record<Exclude<Kind, 'sales'>, string>> = {
  products:
    'Loading keeps names and attributes with the products. What a row leaves empty stays as it was, and no sale changes.',
  locations:
    'Loading keeps names, attributes and holiday calendars with the locations. What a row leaves empty stays as it was, and no sale changes.',
  prices:
    'Loading tells the forecast what was charged, and what is planned: the next run learns from past promotions and expects the coming ones.',
  stock:
    'Loading tells the forecast when there was nothing to sell: such a day no longer counts as one without demand.',
  hours:
    'Loading tells the forecast when it is open: closed days are no days of zero sales, and are expected closed.',
  events:
    'Loading puts the events beside the holidays: the next run learns what they did, and expects them when they come again.',
};

const WEEKDAYS_FROM = Date.UTC(2024, 0, 1);

/** Weekdays by number, as the locale names them: `1, 2` → `Mon, Tue`. */
export function weekdayWords(numbers: string, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return numbers
    .split(', ')
    .map((number) => format.format(WEEKDAYS_FROM + (Number(number) - 1) * 86_400_000))
    .join(', ');
}
