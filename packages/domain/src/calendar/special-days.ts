import { type Day, weekday } from '../day.ts';
import type { Holiday } from './holidays.ts';

/** Days that count for a column, by the column's name. */
export type SpecialDays = ReadonlyMap<string, ReadonlySet<Day>>;

/**
 * Days on which nobody has a day off, but shops sell differently. The books of many countries list dozens of
 * observances; of the rest, none was kept because a shop would feel it.
 */
const FELT_BY_SHOPS: ReadonlySet<string> = new Set([
  'Day after Thanksgiving Day',
  'Easter Sunday',
  "Father's Day",
  'Halloween',
  'Maundy Thursday',
  "Mother's Day",
  'Pentecost',
  "Valentine's Day",
]);

/** A stretch of days around a feast that has a column of its own; distances in days, negative before the feast. */
interface Stretch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Feasts that people shop for. No curve fits all shops on the way to them (toys stop selling when parcels no longer arrive, food
 * sells most on the last day), so days near a feast have a column each. Measured on the shops of Rossmann: see the regression's notes.
 */
const SHOPPED_FOR: ReadonlyMap<string, readonly Stretch[]> = new Map([
  [
    'Christmas Day',
    [
      { name: '8 to 15 days before Christmas', from: -15, to: -8 },
      ...each('before Christmas', [-7, -6, -5, -4, -3, -2, -1]),
      // The days until New Year's Eve.
      ...each('after Christmas', [2, 3, 4, 5, 6]),
    ],
  ],
  ['Easter Sunday', each('before Easter', [-8, -4, -3, -1])],
]);

function each(where: string, distances: readonly number[]): Stretch[] {
  return distances.map((at) => {
    const days = Math.abs(at);
    return { name: `${days} ${days === 1 ? 'day' : 'days'} ${where}`, from: at, to: at };
  });
}

/** Below two times in the past, an effect and an accident look the same: such days share a column. */
const FEWEST_OCCASIONS = 2;
/** Columns for days of their own; each costs every model a coefficient. */
const MOST_OWN_COLUMNS = 16;

export const OTHER_HOLIDAY = 'other holiday';
export const TWO_BEFORE_HOLIDAY = '2 days before holiday';
export const BEFORE_HOLIDAY = 'day before holiday';
export const AFTER_HOLIDAY = 'day after holiday';
export const BRIDGE_DAY = 'bridge day';

/**
 * Sorts holidays into columns: a column for each that is known from the past, at most sixteen, days off first, and then
 * those that come most often; the other days off, and days in lieu, together; the days before and after a stretch of days off;
 * the Friday after a Thursday off and the Monday before a Tuesday off; and the days around feasts that people shop for. `past` is
 * the last day of history.
 */
export function specialDays(holidays: readonly Holiday[], past: Day): SpecialDays {
  const columns = new Map<string, Set<Day>>();
  const mark = (name: string, day: Day): void => {
    columns.set(name, (columns.get(name) ?? new Set<Day>()).add(day));
  };
  const own = withOwnColumn(holidays, past);
  const off = new Set<Day>();
  for (const { day, name, kind, substitute } of holidays) {
    const dayOff = kind !== 'observance';
    if (dayOff) off.add(day);
    if (own.has(name) && !substitute) mark(name, day);
    else if (dayOff) mark(OTHER_HOLIDAY, day);
    if (substitute || !own.has(name)) continue;
    for (const stretch of SHOPPED_FOR.get(name) ?? [])
      for (let at = stretch.from; at <= stretch.to; at++) mark(stretch.name, day + at);
  }
  for (const day of off) {
    if (!off.has(day - 1)) mark(BEFORE_HOLIDAY, day - 1);
    if (!off.has(day - 1) && !off.has(day - 2)) mark(TWO_BEFORE_HOLIDAY, day - 2);
    if (!off.has(day + 1)) mark(AFTER_HOLIDAY, day + 1);
    if (weekday(day) === 3 && !off.has(day + 1)) mark(BRIDGE_DAY, day + 1);
    if (weekday(day) === 1 && !off.has(day - 1)) mark(BRIDGE_DAY, day - 1);
  }
  return columns;
}

function withOwnColumn(holidays: readonly Holiday[], past: Day): Set<string> {
  const occasions = new Map<string, { name: string; times: number; dayOff: boolean }>();
  for (const { day, name, kind, substitute } of holidays) {
    const dayOff = kind !== 'observance';
    if (substitute || day > past || !(dayOff || FELT_BY_SHOPS.has(name))) continue;
    const known = occasions.get(name);
    occasions.set(name, {
      name,
      times: (known?.times ?? 0) + 1,
      dayOff: dayOff || (known?.dayOff ?? false),
    });
  }
  const chosen = [...occasions.values()]
    .filter(({ times }) => times >= FEWEST_OCCASIONS)
    .sort((a, b) => Number(b.dayOff) - Number(a.dayOff) || b.times - a.times || (a.name < b.name ? -1 : 1));
  return new Set(chosen.slice(0, MOST_OWN_COLUMNS).map(({ name }) => name));
}
