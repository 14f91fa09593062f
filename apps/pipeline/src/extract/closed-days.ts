import type { TenantTransaction } from '@shelfcast/database';
import type { Day } from '@shelfcast/domain';
import {
  concerns,
  type ExpectedClosure,
  eventDays,
  expectedOnHolidays,
  statedDays,
} from '@shelfcast/domain/calendar';
import { expectedClosures, readClosures, readHours, type TenantCalendar } from '@shelfcast/ledger';
import type { HolidaysByPlace } from './holidays-by-place.ts';

/** When a location began to sell and when it last did. */
export interface SaleSpan {
  readonly from: Day;
  readonly to: Day;
}

/** A day ahead on which some locations are taken to be closed, because they were on the same feast before. */
export interface InferredClosure {
  readonly day: Day;
  readonly because: string;
  readonly locations: number;
}

export interface ClosedDays {
  /** Closed days behind us and ahead, in no order, by location; a location without any is missing. */
  readonly byLocation: ReadonlyMap<number, readonly Day[]>;
  /** Of those ahead, the ones that nobody stated, by location; and how many locations each concerns. */
  readonly expected: ReadonlyMap<number, readonly ExpectedClosure[]>;
  readonly inferred: readonly InferredClosure[];
}

/**
 * Gathers the days on which locations were closed, from the ledger and the tenant's own calendar, and those of [from, to] on
 * which they are expected closed: what is stated, weekdays that are always closed, and the
 * feasts on which they were closed before, unless it is stated that they open.
 */
export async function readClosedDays(
  tx: TenantTransaction,
  calendar: TenantCalendar,
  sold: ReadonlyMap<number, SaleSpan>,
  holidays: HolidaysByPlace,
  from: Day,
  to: Day,
): Promise<ClosedDays> {
  const days = new Map<number, Day[]>();
  const add = (location: number, day: Day): void => {
    const list = days.get(location);
    if (list) list.push(day);
    else days.set(location, [day]);
  };
  for await (const rows of readClosures(tx)) for (const row of rows) add(row.location_id, row.closed_on);
  const counts = new Map<string, InferredClosure>();
  const expected = new Map<number, readonly ExpectedClosure[]>();
  const hours = await readHours(tx);
  // Who states that a shop opens on a day ahead knows better than its habits.
  const openAhead = new Map(
    [...sold.keys()].map((location) => [location, new Set(statedDays(hours.of(location), from, to).open)]),
  );
  for (const [location, span] of sold) {
    const past = { ...span, closed: new Set(days.get(location)) };
    const closures = expectedOnHolidays(past, holidays.of(location), from, to).filter(
      ({ day }) => !openAhead.get(location)?.has(day),
    );
    expected.set(location, closures);
    for (const { day, why } of closures) {
      add(location, day);
      const locations = (counts.get(`${day} ${why}`)?.locations ?? 0) + 1;
      counts.set(`${day} ${why}`, { day, because: why, locations });
    }
    for (const event of calendar.events)
      if (event.kind === 'closed' && concerns(event, location))
        for (const day of eventDays(event, span.from, to)) add(location, day);
  }
  for (const row of await expectedClosures(tx, from, to))
    if (!openAhead.get(row.location_id)?.has(row.closed_on)) add(row.location_id, row.closed_on);
  const inferred = [...counts.values()].sort((a, b) => a.day - b.day || (a.because < b.because ? -1 : 1));
  return { byLocation: days, expected, inferred };
}
