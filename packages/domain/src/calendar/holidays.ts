import Holidays from 'date-holidays';
import { type Day, parseDay } from '../day.ts';
import type { Place } from './places.ts';

/**
 * `public` and `bank`: a day off for many, and many shops are closed. `observance`: kept by people, not by law
 * (Mother's Day, Halloween).
 */
export type HolidayKind = 'public' | 'bank' | 'observance';

/** A day that a place's people keep. The same feast has the same name every year, on whatever date it falls. */
export interface Holiday {
  readonly day: Day;
  /** In English. */
  readonly name: string;
  readonly kind: HolidayKind;
  /** The day off in lieu of a feast that fell on a weekend. */
  readonly substitute: boolean;
}

const MILLISECONDS_A_DAY = 86_400_000;
/** The names of days in lieu end so in English; the flag says it too. */
const IN_LIEU = / \(substitute day\)$/;

/**
 * The holidays of a place from day to day, both included, by day and name. A feast of several days is there on each of them.
 * The rules are those of `date-holidays`: moving feasts are reckoned, laws that came later hold from their year on.
 * About ten milliseconds a year.
 */
export function holidaysBetween(place: Place, from: Day, to: Day): Holiday[] {
  const library = new Holidays(...(place.split('-') as [string]), { languages: ['en'], timezone: 'UTC' });
  const found = new Map<string, Holiday>();
  // A feast of several days may begin in the year before.
  for (let year = yearOf(from) - 1; year <= yearOf(to); year++) {
    for (const { date, start, end, name, type, substitute = false } of library.getHolidays(year)) {
      if (type === 'school') continue;
      const kind = type === 'optional' ? 'observance' : type;
      const first = parseDay(date.slice(0, 10)) as Day;
      const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / MILLISECONDS_A_DAY));
      for (let day = Math.max(first, from); day < Math.min(first + days, to + 1); day++) {
        const holiday = { day, name: name.replace(IN_LIEU, ''), kind, substitute };
        const key = `${day} ${holiday.name}`;
        const known = found.get(key);
        if (!known || RANK[kind] > RANK[known.kind]) found.set(key, holiday);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1));
}

/** Of a feast that stands twice in the book, on the same day, the larger holds. */
const RANK: Readonly<Record<HolidayKind, number>> = { observance: 0, bank: 1, public: 2 };

function yearOf(day: Day): number {
  return new Date(day * MILLISECONDS_A_DAY).getUTCFullYear();
}
