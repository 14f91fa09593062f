import { type Day, weekday } from '../day.ts';
import type { Holiday } from './holidays.ts';

/** Days that count for a column, by the column's name; the number is what stands in it. */
export type SpecialDays = ReadonlyMap<string, ReadonlyMap<Day, number>>;

/**
 * Days on which nobody has a day off, but shops sell differently. The books of many countries list dozens of
 * observances; of the rest, none was kept because a shop would feel it.
 */
const FELT_BY_SHOPS: ReadonlySet<string> = new Set([
  'Christmas Eve',
  'Day after Thanksgiving Day',
  'Easter Sunday',
  "Father's Day",
  'Halloween',
  'Maundy Thursday',
  "Mother's Day",
  "New Year's Eve",
  'Pentecost',
  "Valentine's Day",
]);

/** Feasts that people shop for: over how many days before them. */
const SHOPPED_FOR: ReadonlyMap<string, number> = new Map([
  // Advent: the fourth Sunday before Christmas is 22 to 28 days away.
  ['Christmas Day', 24],
  // Holy Week and the weekend before it.
  ['Easter Sunday', 9],
]);

/** Below two times in the past, an effect and an accident look the same: such days share a column. */
const FEWEST_OCCASIONS = 2;
/** Columns for days of their own; each costs every model a coefficient. */
const MOST_OWN_COLUMNS = 16;

export const OTHER_HOLIDAY = 'other holiday';
export const BEFORE_HOLIDAY = 'day before holiday';
export const AFTER_HOLIDAY = 'day after holiday';
export const BRIDGE_DAY = 'bridge day';

/**
 * Sorts holidays into columns: a column for each that is known from the past, at most sixteen, days off first, and then
 * those that come most often; the other days off, and days in lieu, together; the days before and after a day off; the
 * Friday after a Thursday off and the Monday before a Tuesday off; and the approach of feasts that people shop for, rising to 1 on
 * the eve. `past` is the last day of history.
 */
export function specialDays(holidays: readonly Holiday[], past: Day): SpecialDays {
  const columns = new Map<string, Map<Day, number>>();
  const mark = (name: string, day: Day, value = 1): void => {
    const days = columns.get(name) ?? new Map<Day, number>();
    columns.set(name, days.set(day, value));
  };
  const own = withOwnColumn(holidays, past);
  const off = new Set<Day>();
  for (const { day, name, kind, substitute } of holidays) {
    const dayOff = kind !== 'observance';
    if (dayOff) off.add(day);
    if (own.has(name) && !substitute) mark(name, day);
    else if (dayOff) mark(OTHER_HOLIDAY, day);
    const approach = SHOPPED_FOR.get(name);
    if (approach === undefined || substitute || !own.has(name)) continue;
    for (let before = 1; before <= approach; before++)
      mark(`approach of ${name}`, day - before, 1 - (before - 1) / approach);
  }
  for (const day of off) {
    if (!off.has(day - 1)) mark(BEFORE_HOLIDAY, day - 1);
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
