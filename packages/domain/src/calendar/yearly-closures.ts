import { type Day, weekday } from '../day.ts';
import type { Holiday } from './holidays.ts';

/** A day on which a location is expected to be closed, because it was in the years before. */
export interface ExpectedClosure {
  readonly day: Day;
  /** The feast it hangs on, for people: `Christmas Day`, `3 days after Boxing Day`. */
  readonly why: string;
}

/** What is known of a location's past. */
export interface ClosedPast {
  /** First and last day that something was sold on. */
  readonly from: Day;
  readonly to: Day;
  /** Days between them on which it was closed. */
  readonly closed: ReadonlySet<Day>;
}

/** A weekday that was closed this often is closed for its own sake, not for a feast's. */
const ROUTINE = 0.5;
/** How many past feasts are asked: habits change. */
const OCCASIONS = 3;
/** Days further from every feast than this were closed for another reason. */
const FURTHEST = 7;
/** All days in lieu together: which feast they stand for matters less than that they are days off. */
const IN_LIEU = 'a day in lieu';

/**
 * The days from `from` to `to` on which a location is expected closed because it was on the same feasts before: on each of
 * the last three of them that its history holds, once at least for a day off, twice for other observances. The days that such a
 * closure reached beyond its feasts (Christmas Eve to 2 January) are expected again, as far from the nearest feast as they
 * were. A feast on a weekday that is closed anyway says nothing, unless the location was closed on both sides of it.
 *
 * `holidays`: of the location's place, over history and from `from` to `to`, a week more on both sides.
 */
export function expectedOnHolidays(
  past: ClosedPast,
  holidays: readonly Holiday[],
  from: Day,
  to: Day,
): ExpectedClosure[] {
  if (past.closed.size === 0) return [];
  const routine = routineWeekdays(past);
  const special = specialClosures(past, routine);
  if (special.size === 0) return [];
  const feasts = byName(holidays);
  // Whether a day `offset` from a feast was closed whenever its history tells; and how often it told.
  const wasClosed = (name: string, offset: number): number => {
    const told = (feasts.get(name) as Feast).days
      .map((day) => day + offset)
      .filter((day) => day >= past.from && day <= past.to && (special.has(day) || !routine.has(weekday(day))))
      .slice(-OCCASIONS);
    return told.every((day) => special.has(day)) ? told.length : 0;
  };
  const kept = new Set<string>();
  for (const [name, { dayOff }] of feasts) if (wasClosed(name, 0) >= (dayOff ? 1 : 2)) kept.add(name);

  const expected = new Map<Day, string>();
  const expect = (day: Day, why: string): void => {
    if (day >= from && day <= to && !expected.has(day)) expected.set(day, why);
  };
  for (const name of kept) for (const day of (feasts.get(name) as Feast).days) expect(day, name);
  for (const { name, offset } of reachesOf(special, feasts, kept)) {
    if (wasClosed(name, offset) === 0) continue;
    for (const day of (feasts.get(name) as Feast).days) expect(day + offset, distance(offset, name));
  }
  return [...expected].map(([day, why]) => ({ day, why })).sort((a, b) => a.day - b.day);
}

interface Feast {
  readonly days: Day[];
  readonly dayOff: boolean;
}

function byName(holidays: readonly Holiday[]): Map<string, Feast> {
  const feasts = new Map<string, Feast>();
  for (const { day, name, kind, substitute } of holidays) {
    const key = substitute ? IN_LIEU : name;
    const feast = feasts.get(key) ?? { days: [], dayOff: kind !== 'observance' };
    feast.days.push(day);
    feasts.set(key, feast);
  }
  return feasts;
}

function routineWeekdays({ from, to, closed }: ClosedPast): Set<number> {
  const days = new Int32Array(7);
  const shut = new Int32Array(7);
  for (let day = from; day <= to; day++) {
    days[weekday(day)] += 1;
    if (closed.has(day)) shut[weekday(day)] += 1;
  }
  return new Set([0, 1, 2, 3, 4, 5, 6].filter((w) => days[w] > 0 && shut[w] >= ROUTINE * days[w]));
}

/** Closed days that are no routine: runs of closed days, without the routine days at their ends. */
function specialClosures({ from, to, closed }: ClosedPast, routine: ReadonlySet<number>): Set<Day> {
  const special = new Set<Day>();
  for (let day = from; day <= to; day++) {
    if (!closed.has(day) || routine.has(weekday(day))) continue;
    special.add(day);
    // Routine days between this one and the special one before it belong to the same run.
    let before = day - 1;
    while (closed.has(before) && !special.has(before)) before -= 1;
    if (special.has(before)) for (let between = before + 1; between < day; between++) special.add(between);
  }
  return special;
}

/**
 * The days of a run of closures that are no feast themselves, by the nearest feast of the same run. Days in lieu at the run's ends
 * are left out: they move from year to year, and have their own rule.
 */
function reachesOf(
  special: ReadonlySet<Day>,
  feasts: ReadonlyMap<string, Feast>,
  kept: ReadonlySet<string>,
): { readonly name: string; readonly offset: number }[] {
  const inLieu = new Set(feasts.get(IN_LIEU)?.days);
  const nameOf = new Map<Day, string>();
  for (const name of kept)
    if (name !== IN_LIEU) for (const day of (feasts.get(name) as Feast).days) nameOf.set(day, name);
  const reaches = new Map<string, { name: string; offset: number }>();
  for (const day of special) {
    if (nameOf.has(day)) continue;
    if (inLieu.has(day) && (!special.has(day - 1) || !special.has(day + 1))) continue;
    const feast = nearest(day, special, nameOf);
    if (feast === undefined) continue;
    const name = nameOf.get(feast) as string;
    reaches.set(`${name} ${day - feast}`, { name, offset: day - feast });
  }
  return [...reaches.values()];
}

/** The nearest feast that is reached from a day over closed days alone; of two as near, the one before it. */
function nearest(day: Day, special: ReadonlySet<Day>, feasts: ReadonlyMap<Day, string>): Day | undefined {
  let back = true;
  let ahead = true;
  for (let distance = 1; distance <= FURTHEST; distance++) {
    back &&= special.has(day - distance);
    ahead &&= special.has(day + distance);
    if (back && feasts.has(day - distance)) return day - distance;
    if (ahead && feasts.has(day + distance)) return day + distance;
  }
  return undefined;
}

function distance(offset: number, name: string): string {
  const days = Math.abs(offset);
  return `${days} ${days === 1 ? 'day' : 'days'} ${offset < 0 ? 'before' : 'after'} ${name}`;
}
